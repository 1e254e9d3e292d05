// What people said, as gold records that evaluate and train take, named so that they fit beside the inputs: SLUG/gold.json for
// SLUG/release.txt, otherwise gold/ID.json for text/ID.txt. What nobody judged is optional: neither required nor punished.
function goldOf(release) {
  const records = release.records, header = records.header;
  const figure = ({ record, verdict }) => {
    const q = record.quantity;
    const gold = { text: record.text, metric: record.metric, commodity: record.commodity, kind: record.kind, value: q.value, low: q.low, high: q.high, bound: q.bound, unit: q.unit, period: record.period ? { start: record.period.start, end: record.period.end } : null, site: record.site };
    if (record.action) gold.action = record.action;
    if (!verdict) gold.optional = true;
    return gold;
  };
  return {
    id: goldFile(release).split('/').find(part => part !== 'gold').split('.')[0], source: { type: 'reviewed', path: records.source.path, sha256: records.source.sha256 },
    header: { company: header.company, tickers: header.tickers, place: header.place, date: header.date, wire: header.wire },
    figures: release.rows.filter(row => row.verdict !== 'wrong').map(figure),
    dates: records.dates.filter(d => d.explicit).map(d => ({ text: d.text, start: d.start, end: d.end })),
    disclaimers: records.disclaimers.map((d, n) => ({ kind: d.kind, starts: release.blockWords[n][0], ends: release.blockWords[n][1] }))
  };
}

function goldFile(release) {
  const parts = (release.records.source.path || 'release').split(/[\\/]/), stem = parts.pop().split('.')[0] || 'release';
  return stem === 'release' && parts.length ? parts.pop() + '/gold.json' : 'gold/' + stem + '.json';
}

function exportGold() {
  const judged = releases.filter(release => release.rows.some(row => row.verdict)), names = new Set();
  if (!judged.length) { alertText('Nothing is judged yet: mark records right or wrong, or correct them, then export.'); return; }
  const files = judged.map(release => {
    let name = goldFile(release);
    for (let n = 2; names.has(name); n++) name = goldFile(release).replace(/(\/gold)?\.json$/, '-' + n + '$&');
    names.add(name);
    return [name, JSON.stringify(goldOf(release), null, 1) + '\n'];
  });
  download('gold.zip', zip(files));
}

function alertText(text) { $('count').textContent = text; }

function download(name, blob) {
  const link = el('a', { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

// A ZIP archive without compression.
function zip(files) {
  const table = Array.from({ length: 256 }, (_, n) => { for (let k = 0; k < 8; k++) n = n & 1 ? 0xEDB88320 ^ n >>> 1 : n >>> 1; return n >>> 0; });
  const crc = bytes => { let c = 0xFFFFFFFF; for (const b of bytes) c = table[(c ^ b) & 255] ^ c >>> 8; return (c ^ 0xFFFFFFFF) >>> 0; };
  const parts = [], directory = [], encoder = new TextEncoder();
  let offset = 0;
  for (const [name, text] of files) {
    const title = encoder.encode(name), data = encoder.encode(text), common = new DataView(new ArrayBuffer(26));
    // Version 2.0, UTF-8 names, stored, 1 January 1980: the same judgements give the same archive.
    [[0, 20], [2, 0x800], [4, 0], [6, 0], [8, 0x21]].forEach(([at, v]) => common.setUint16(at, v, true));
    [[10, crc(data)], [14, data.length], [18, data.length]].forEach(([at, v]) => common.setUint32(at, v, true));
    common.setUint16(22, title.length, true);
    parts.push(new Uint8Array([0x50, 0x4B, 3, 4]), new Uint8Array(common.buffer), title, data);
    const tail = new DataView(new ArrayBuffer(14));
    tail.setUint32(10, offset, true);
    directory.push(new Uint8Array([0x50, 0x4B, 1, 2, 20, 0]), new Uint8Array(common.buffer), new Uint8Array(tail.buffer), title);
    offset += 30 + title.length + data.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0), end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054B50, true);
  [[8, files.length], [10, files.length]].forEach(([at, v]) => end.setUint16(at, v, true));
  [[12, size], [16, offset]].forEach(([at, v]) => end.setUint32(at, v, true));
  return new Blob([...parts, ...directory, new Uint8Array(end.buffer)], { type: 'application/zip' });
}
