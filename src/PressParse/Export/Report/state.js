'use strict';
// What the page shows, which record is chosen, what a person said of it. Text of releases only ever goes into the page as text nodes.
const releases = JSON.parse(document.getElementById('data').textContent);
const KINDS = ['actual', 'comparative', 'guidance', 'planned'];
const METRICS = ['production', 'sales', 'oreMined', 'oreProcessed', 'miningRate', 'millingRate', 'grade', 'recovery', 'cashCost', 'aisc', 'realizedPrice'];
const BOUNDS = ['exact', 'approx', 'min', 'max'];
const state = { release: 0, row: null, editing: false, repairs: false, view: 'read', filter: { find: '', metric: '', site: '', commodity: '', kinds: new Set(KINDS), confidence: 0 } };
const $ = id => document.getElementById(id);

function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'class') element.className = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter(c => c !== null && c !== undefined).map(c => typeof c === 'number' ? String(c) : c));
  return element;
}

function svg(tag, attributes, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes || {})) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const memory = {
  key: release => 'pressparse/1 ' + release.records.source.sha256,
  load(release) { try { return JSON.parse(localStorage.getItem(this.key(release))) || {}; } catch { return {}; } },
  save(release) {
    const said = { judged: {}, added: release.rows.filter(r => r.added).map(r => ({ record: r.record, verdict: r.verdict })) };
    for (const row of release.rows) if (!row.added && row.verdict) said.judged[row.index] = { verdict: row.verdict, record: row.verdict === 'corrected' ? row.record : undefined };
    try { localStorage.setItem(this.key(release), JSON.stringify(said)); } catch { /* kept for this visit only */ }
  }
};

for (const [r, release] of releases.entries()) {
  const said = memory.load(release);
  const found = [...release.records.figures, ...release.records.guidance];
  release.rows = found.map((record, index) => {
    const judged = (said.judged || {})[index];
    return { release: r, index, record: judged && judged.record || record, found: record, source: release.source[index], verdict: judged ? judged.verdict : null, added: false };
  });
  for (const more of said.added || []) release.rows.push({ release: r, index: release.rows.length, record: more.record, found: null, source: null, verdict: more.verdict, added: true });
}

const allRows = () => releases.flatMap(release => release.rows);
const fileName = path => (path || 'release').split(/[\\/]/).pop();
const title = release => release.records.header.headline || fileName(release.records.source.path);
const company = release => release.records.header.company || '';
const number = value => value === null || value === undefined ? '' : value.toLocaleString('en-US', { maximumFractionDigits: 9 });

function amount(quantity) {
  if (!quantity) return '';
  const sign = { approx: '~', min: '≥ ', max: '≤ ' }[quantity.bound] || '';
  return sign + (quantity.value !== null ? number(quantity.value) : number(quantity.low) + ' – ' + number(quantity.high)) + ' ' + quantity.unit;
}

// Q2 2017, H1 2017, 9M 2017, 2017, a day, or both ends.
function periodName(period) {
  if (!period) return '';
  if (period.start === period.end) return period.start;
  const [y, m, d] = period.start.split('-').map(Number), [y2, m2, d2] = period.end.split('-').map(Number);
  if (d === 1 && d2 === new Date(Date.UTC(y2, m2, 0)).getUTCDate()) {
    const months = (y2 - y) * 12 + m2 - m + 1;
    if (months === 1) return period.start.slice(0, 7);
    if (months === 3 && m % 3 === 1) return 'Q' + (m + 2) / 3 + ' ' + y;
    if (months === 6 && m % 6 === 1) return 'H' + (m + 5) / 6 + ' ' + y;
    if (months === 9 && m === 1) return '9M ' + y;
    if (months === 12) return m === 1 ? String(y) : 'FY to ' + period.end.slice(0, 7);
  }
  return period.start + ' – ' + period.end;
}

function shown(row) {
  const f = state.filter, record = row.record;
  if (!f.kinds.has(record.kind) || f.metric && record.metric !== f.metric || f.commodity && (record.commodity || '–') !== f.commodity) return false;
  if (f.site && (record.site || '–') !== f.site || (record.confidence ?? 1) < f.confidence) return false;
  if (!f.find) return true;
  const release = releases[row.release];
  return [company(release), title(release), release.records.source.path, record.site, record.text].some(t => t && t.toLowerCase().includes(f.find));
}

const listed = release => {
  const f = state.filter;
  return !f.find || release.rows.some(shown) || [company(release), title(release), release.records.source.path].some(t => t && t.toLowerCase().includes(f.find));
};
