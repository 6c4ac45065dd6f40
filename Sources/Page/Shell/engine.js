'use strict';
// The engine: bytes in, bytes out. It runs on the page itself, for the first page, and in a worker, for what takes longer.

/** Bytes from text: of the characters of one byte that can stand in a script 101 are seven bits and the rest eight; one from U+0080 on is fourteen. */
function fromText(text, size) {
  const bytes = new Uint8Array(size), impossible = [0, 13, 60];
  const place = code => code - impossible.filter(other => other < code).length;
  const short = Array.from({length: 128}, (_, code) => place(code) < 101 ? [place(code), 7] : [place(code) + 101, 8]);
  let held = 0, count = 0, at = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const [word, width] = code < 128 ? short[code] : [code - 128 + 14464, 14];
    held = held << width | word;
    count += width;
    while (count >= 8) {
      count -= 8;
      bytes[at++] = held >> count;
      held &= (1 << count) - 1;
    }
  }
  return bytes;
}

/** A module's instance that answers requests; a new one when the memory of the old has grown large, or when it failed. */
class Engine {
  constructor(module) { this.module = module; }

  instance() {
    if (!this.made || this.made.memory.buffer.byteLength > 300e6) {
      this.made = new WebAssembly.Instance(this.module).exports;
      this.key = undefined;
    }
    return this.made;
  }

  /** {ok, bytes} of a request {question, words, key, files: [{name, bytes}], scenario, overrides}. Files of one key are given once. */
  ask(request) {
    try {
      const {room, answer, release, memory} = this.instance();
      const bytes = Engine.bytes({...request, files: this.key === request.key ? [] : request.files});
      this.key = request.key;
      const start = room(bytes.length);
      new Uint8Array(memory.buffer, start, bytes.length).set(bytes);
      const made = answer(start, bytes.length);
      const count = new DataView(memory.buffer).getUint32(made, true);
      const ok = new Uint8Array(memory.buffer)[made + 4] === 0;
      const text = new Uint8Array(memory.buffer, made + 5, count - 1).slice();
      release(made);
      if (!ok) this.key = undefined;
      return {ok, bytes: text};
    } catch (error) {
      this.made = undefined;
      return {ok: false, failed: String(error), bytes: new Uint8Array()};
    }
  }

  static bytes({question, words = [], files, scenario = '', overrides = []}) {
    const encoder = new TextEncoder(), parts = [];
    const number = n => parts.push(new Uint8Array(new Uint32Array([n]).buffer));
    const text = t => {
      const bytes = typeof t === 'string' ? encoder.encode(t) : t;
      number(bytes.length);
      parts.push(bytes);
    };
    const texts = all => {
      number(all.length);
      all.forEach(text);
    };
    text(question);
    texts(words);
    number(files.length);
    for (const file of files) {
      text(file.name);
      text(file.bytes);
    }
    text(scenario);
    texts(overrides);
    const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }
}

// In a worker: the module comes first, then requests, each with a number that its answer bears.
if (typeof document === 'undefined') {
  let engine;
  onmessage = ({data}) => {
    if (data.module) engine = new Engine(data.module);
    else postMessage({number: data.number, answer: engine.ask(data.request)});
  };
}
