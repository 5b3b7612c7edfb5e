// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Lints docs/protocol/openapi.yaml and validates every example file against the schema that its name begins with.
// With arguments FILE… it validates those instead (for what a program under test produced).
import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle, createConfig, lint } from '@redocly/openapi-core';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const protocol = join(dirname(fileURLToPath(import.meta.url)), '../../docs/protocol');
const ref = join(protocol, 'openapi.yaml');
const config = await createConfig({ extends: ['recommended-strict'],
  rules: { 'operation-4xx-response': 'off', 'no-server-example.com': 'off', 'no-ambiguous-paths': 'off',
    'no-unused-components': 'off' /* payloads of JWS are named by no operation */ } });
let failures = 0;
const fail = (text) => { failures += 1; console.error(text); };

const given = process.argv.slice(2);

if (!given.length) {
  for (const p of await lint({ ref, config })) {
    const at = p.location[0];
    fail(`openapi.yaml${at?.pointer ?? ''}: ${p.message} (${p.ruleId})`);
  }
}

// JSON Schema 2020-12 is the dialect of OpenAPI 3.1: the components are put under $defs and asked for by name.
const document = (await bundle({ ref, config })).bundle.parsed;
const definitions = JSON.parse(JSON.stringify(document.components.schemas).replaceAll('#/components/schemas/', '#/$defs/'));
const ajv = addFormats(new Ajv2020({ allErrors: true, strict: false }));
ajv.addSchema({ $id: 'carpeta', $defs: definitions });
const files = given.length ? given : readdirSync(join(protocol, 'examples')).sort().map((name) => join(protocol, 'examples', name));
for (const file of files) {
  const schema = basename(file).split('.')[0];
  const validate = definitions[schema] && ajv.getSchema(`carpeta#/$defs/${schema}`);
  if (!validate) fail(`${file}: there is no schema ${schema}`);
  else if (!validate(JSON.parse(readFileSync(file, 'utf8')))) {
    fail(`${file} is not a ${schema}: ${ajv.errorsText(validate.errors, { separator: '\n  ' })}`);
  }
}
console.log(`protocol: ${files.length} files checked, ${failures} failures`);
process.exit(failures || !files.length ? 1 : 0);
