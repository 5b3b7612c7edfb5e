// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads from the operator with an access token, no more.
import { createHash } from 'node:crypto';
import https from 'node:https';

export class OperatorClient {
  constructor({ operator, ca, token }) {
    this.base = `${operator}/carpeta/v1`;
    this.operator = operator;
    this.ca = ca;
    this.token = token;
  }

  get(url) {
    return new Promise((resolve, reject) => {
      const headers = this.token ? { Authorization: `Bearer ${this.token}` } : {};
      // No connection is kept: the operator waits for those when it ends.
      https.get(url, { ca: this.ca, headers, agent: false }, (reply) => {
        const chunks = [];
        reply.on('data', (chunk) => chunks.push(chunk));
        reply.on('end', () => resolve({ status: reply.statusCode, bytes: Buffer.concat(chunks) }));
      }).on('error', reject);
    });
  }

  async json(path) {
    const { status, bytes } = await this.get(path.startsWith('/.well-known') ? this.operator + path : this.base + path);
    return { status, body: JSON.parse(bytes.toString('utf8')) };
  }

  async items(folder) {
    const found = [];
    for (let next = '/items?snapshot=new'; next;) {
      const { status, body } = await this.json(`/folders/${folder}${next}`);
      if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
      found.push(...body.items);
      next = body.next;
    }
    return found;
  }

  async digest(folder, blob) {
    const { status, bytes } = await this.get(`${this.base}/folders/${folder}/blobs/${blob}`);
    return status === 200 ? createHash('sha256').update(bytes).digest('base64') : status;
  }
}
