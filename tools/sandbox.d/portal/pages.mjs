// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the entity's web page: without scripts everything but the number that appears by itself works.
const escape = (text) => String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

const STYLE = `
:root { color-scheme: light dark; --ink: #001c55; --paper: #fff; --soft: #f6f8f9; --line: #004884; --verb: #3366cc; --good: #046b4d; }
@media (prefers-color-scheme: dark) { :root { --ink: #f6f8f9; --paper: #0b1220; --soft: #16213a; --line: #9db8ee; --verb: #3366cc; --good: #7fe0bd; } }
body { margin: 0; font: 1.05rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
header { background: #004884; color: #fff; padding: 1rem 1.5rem; }
header small { display: block; opacity: .9; }
main { max-width: 40rem; margin: 2rem auto; padding: 0 1.5rem; }
.card { background: var(--soft); border: 1px solid var(--line); border-radius: 8px; padding: 1rem 1.25rem; margin: 1.25rem 0; }
a.verb, button { display: inline-block; min-height: 44px; box-sizing: border-box; padding: .55rem 1.2rem; font: inherit; font-weight: 600;
  color: #fff; background: var(--verb); border: 0; border-radius: 6px; text-decoration: none; cursor: pointer; }
a.verb:focus-visible, button:focus-visible, input:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
input { font: inherit; padding: .5rem; width: 100%; box-sizing: border-box; margin: .3rem 0 1rem; }
code, textarea { width: 100%; box-sizing: border-box; overflow-wrap: anywhere; font: .85rem monospace; }
#number { font-size: 1.6rem; font-weight: 700; color: var(--good); }
`;

// Asks every second until it is filed; nothing else runs here.
const SCRIPT = `
const status = document.getElementById('status');
async function look() {
  try {
    const answer = await fetch('/estado/' + status.dataset.number, { cache: 'no-store' });
    if (answer.ok && (await answer.json()).state === 'filed') { location.reload(); return; }
  } catch { /* the network comes and goes */ }
  setTimeout(look, 1000);
}
if (status) look();
`;

export const PAGES = { '/estilo.css': { body: STYLE, type: 'text/css' }, '/espera.js': { body: SCRIPT, type: 'text/javascript' } };

const bodies = {
  start: () => `<h1>Beca de posgrado</h1><p>Para estudiar su solicitud necesitamos comprobar su título de pregrado.</p>
<form method="post" action="/empezar" class="card"><label for="holder">Su nombre</label>
<input id="holder" name="holder" autocomplete="name" required maxlength="200"><button id="begin">Empezar el trámite</button></form>`,
  case: (f) => `<h1>Beca de posgrado</h1><p>Expediente <strong>${escape(f.case)}</strong> de <strong>${escape(f.holder)}</strong></p>
${f.state === 'filed' ? `<div class="card" role="status"><p>Recibimos su diploma. Su radicado es:</p><p id="number">${escape(f.filing_number)}</p>
<p>Guárdelo. También quedó en su carpeta.</p></div>` : `<div class="card"><h2>Diploma de pregrado</h2>
<p>Lo usamos solo para comprobar su título. Usted ve en su carpeta qué entrega, antes de entregarlo.</p>
<p><a class="verb" id="contribute" href="${escape(f.link)}">Aportar desde mi carpeta</a></p></div>
<div class="card"><h2>¿No pasó nada?</h2><p>Su navegador puede no dejar abrir el programa. Descargue la solicitud y ábrala con Carriel:
<a id="file" href="/archivo/${escape(f.number)}">solicitud-${escape(f.case)}.carpeta-request</a></p>
<p>O copie este texto y péguelo en Trámites, en «Responder a una solicitud»:</p><textarea id="paste" rows="4" readonly aria-label="Solicitud firmada">${escape(f.request)}</textarea></div>
<p id="status" role="status" data-number="${escape(f.number)}">Esperamos su diploma. El radicado aparecerá aquí.</p><script src="/espera.js"></script>`}`,
  foreign: () => '<h1>Este trámite lo empezó otra persona</h1><p>Por su seguridad, solo lo puede seguir el navegador en que se empezó. Nada se radicó.</p><p><a href="/">Empezar uno propio</a></p>',
  missing: () => '<h1>Aquí no hay nada</h1><p><a href="/">Volver al inicio</a></p>',
  trouble: () => '<h1>Nuestro sistema falló</h1><p>No es culpa suya. Lo que aportó sigue en su carpeta con su prueba de entrega; vuelva a cargar esta página en unos minutos.</p>',
};

export const page = (name, facts) => `<!doctype html><html lang="es-CO"><head><meta charset="utf-8"><title>Beca de posgrado · ${escape(facts.name)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/estilo.css"></head>
<body><header><strong>${escape(facts.name)}</strong><small>Página de demostración: no es una entidad del Estado</small></header><main>${bodies[name](facts)}</main></body></html>
`;
