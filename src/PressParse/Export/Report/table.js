// All figures as one table that sorts and copies to a spreadsheet.
const COLUMNS = [
  ['company', row => company(releases[row.release])], ['published', row => releases[row.release].records.header.date || ''], ['metric', row => row.record.metric],
  ['commodity', row => row.record.commodity || ''], ['kind', row => row.record.kind + (row.record.action ? ' · ' + row.record.action : '')], ['value', row => row.record.quantity.value], ['low', row => row.record.quantity.low],
  ['high', row => row.record.quantity.high], ['bound', row => row.record.quantity.bound], ['unit', row => row.record.quantity.unit], ['period', row => periodName(row.record.period)],
  ['start', row => row.record.period ? row.record.period.start : ''], ['end', row => row.record.period ? row.record.period.end : ''], ['site', row => row.record.site || ''],
  ['confidence', row => row.record.confidence ?? null], ['judged', row => row.verdict || ''], ['text', row => row.record.text], ['release', row => fileName(releases[row.release].records.source.path)]
];
const NUMERIC = new Set(['value', 'low', 'high', 'confidence']);
const DATED = new Set(['published', 'period', 'start', 'end']);
const sorting = { column: -1, down: false };

function tableRows() {
  const rows = allRows().filter(shown);
  if (sorting.column < 0) return rows;
  const [name, value] = COLUMNS[sorting.column], way = sorting.down ? -1 : 1;
  return rows.map((row, at) => ({ row, at, key: value(row) })).sort((a, b) => {
    if (NUMERIC.has(name)) { if (a.key === null || b.key === null) return a.key === b.key ? a.at - b.at : a.key === null ? 1 : -1; return way * (a.key - b.key) || a.at - b.at; }
    return way * String(a.key).localeCompare(String(b.key), 'en') || a.at - b.at;
  }).map(r => r.row);
}

function renderTable() {
  const head = el('tr', {}, COLUMNS.map(([name], c) => el('th', { scope: 'col', 'aria-sort': sorting.column === c ? sorting.down ? 'descending' : 'ascending' : 'none' },
    el('button', { onclick: () => { sorting.down = sorting.column === c && !sorting.down; sorting.column = c; renderTable(); $('table').querySelectorAll('th button')[c].focus(); } }, name + (sorting.column === c ? sorting.down ? ' ▼' : ' ▲' : '')))));
  const body = tableRows().map(row => el('tr', { class: row.record.kind }, COLUMNS.map(([name, value]) => {
    const cell = value(row);
    if (name === 'text') return el('td', {}, el('button', { onclick: () => { show('read'); choose(row, true); } }, cell));
    if (NUMERIC.has(name)) return el('td', { class: 'n' }, name === 'confidence' && cell !== null ? cell.toFixed(2) : number(cell));
    return el('td', { class: name === 'kind' ? 'k' : DATED.has(name) ? 'd' : null }, cell);
  })));
  $('table').replaceChildren(el('thead', {}, head), el('tbody', {}, body));
}

// A cell that a spreadsheet would take for a formula gets an apostrophe, as in the CSV.
const harmless = cell => typeof cell === 'string' && /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell) ? "'" + cell : cell;

function tableText() {
  const line = cells => cells.map(c => c === null || c === undefined ? '' : String(harmless(c)).replace(/[\t\r\n]+/g, ' ')).join('\t');
  return [COLUMNS.map(c => c[0]), ...tableRows().map(row => COLUMNS.map(c => c[1](row)))].map(line).join('\n');
}

async function copyTable() {
  const text = tableText();
  try { await navigator.clipboard.writeText(text); }
  catch {
    const area = el('textarea', {}, text);
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
  $('copied').textContent = (text.split('\n').length - 1) + ' rows copied';
}
