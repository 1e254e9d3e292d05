// The panel beside the text: the records of the release, or one record with its fields, its source and what a person says of it.
function renderDetails(row, preview) {
  const panel = $('details');
  if (!row) { panel.replaceChildren(...releaseRecords()); return; }
  if (state.editing && !preview) { panel.replaceChildren(...recordForm(row)); return; }
  const record = row.record;
  const field = (name, value) => value === null || value === undefined || value === '' ? [] : [el('dt', {}, name), el('dd', {}, value)];
  panel.replaceChildren(
    el('h2', {}, record.metric + (record.commodity ? ' of ' + record.commodity : '')),
    el('dl', {},
      field('kind', el('span', { class: 'chip ' + record.kind }, record.kind + (record.action ? ' · ' + record.action : ''))),
      field('quantity', amount(record.quantity)), field('formerly', record.former ? amount(record.former) : ''),
      field('period', record.period ? periodName(record.period) + ' (' + record.period.start + ' – ' + record.period.end + ')' : 'none'),
      field('in words', record.period && record.period.text ? '“' + record.period.text + '”' : ''),
      field('site', record.site || 'whole company'), field('confidence', confidenceMeter(record.confidence)),
      field('rule', record.rule ? el('code', {}, record.rule) : ''), field('judged', row.verdict ? el('b', { class: row.verdict === 'wrong' ? 'wrong' : 'right' }, row.added ? 'added' : row.verdict) : '')),
    el('h3', {}, 'Evidence'), el('code', {}, record.text || ''),
    row.source === null ? '' : el('h3', {}, 'Source characters'), row.source === null ? '' : el('code', {}, row.source),
    el('h3', {}, 'Place'), el('code', {}, (record.sourceSpans || []).map(s => s.start + '–' + (s.start + s.length)).join(', ') + ' of the source'),
    (record.alsoAt || []).length ? el('p', {}, 'Stated ' + (record.alsoAt.length + 1) + ' times') : '',
    preview ? '' : el('div', { class: 'acts' },
      el('button', { onclick: () => judge(row, 'right') }, '✓ Right'), el('button', { onclick: () => judge(row, 'wrong') }, '✗ Wrong'),
      el('button', { onclick: () => { state.editing = true; renderDetails(row); } }, 'Correct'), el('button', { onclick: () => choose(null) }, 'All records')));
}

function confidenceMeter(value) {
  if (value === undefined || value === null) return 'stated by a person';
  return el('span', {}, el('span', { class: 'meter' }, svg('svg', { viewBox: '0 0 100 10', width: 70, height: 8, preserveAspectRatio: 'none', 'aria-hidden': 'true' }, svg('rect', { width: 100 * value, height: 10, fill: 'currentColor' }))), ' ' + value.toFixed(2));
}

function releaseRecords() {
  const release = releases[state.release];
  if (!release) return [];
  const rows = release.rows.filter(shown);
  return [
    el('h2', {}, rows.length + ' records'),
    el('ul', {}, rows.map(row => el('li', { class: row.record.kind }, el('button', { onclick: () => choose(row, true) }, amount(row.record.quantity),
      el('small', {}, [row.record.metric, row.record.commodity, periodName(row.record.period), row.record.site, row.verdict].filter(Boolean).join(' · ')))))),
    el('h3', {}, 'Dates'),
    el('ul', {}, release.records.dates.map(d => el('li', {}, el('small', {}, '“' + d.text + '” = ' + (d.start === d.end ? d.start : d.start + ' – ' + d.end) + ' · ' + d.role)))),
    release.repairs.length ? el('details', {}, el('summary', {}, release.repairs.length + ' repairs'), el('ul', {}, release.repairs.slice(0, 500).map(r => el('li', {}, el('small', {}, r.repair + ': '), el('code', {}, '“' + r.before + '” → “' + r.after + '”'), el('small', {}, r.reason))))) : '',
    el('p', {}, el('small', {}, 'Select text and press a to add a record that is missing.'))];
}

function recordForm(row) {
  const record = row.record, quantity = record.quantity, period = record.period || {};
  const choice = (name, values, value) => [el('label', { for: 'c-' + name }, name), el('select', { id: 'c-' + name }, values.map(v => el('option', { value: v, selected: v === (value ?? '') }, v || '–')))];
  const input = (name, value, type) => [el('label', { for: 'c-' + name }, name), el('input', { id: 'c-' + name, type: type || 'text', value: value ?? '', step: type === 'number' ? 'any' : null })];
  const commodities = ['', ...new Set(allRows().map(r => r.record.commodity).filter(Boolean))].sort();
  const save = event => {
    event.preventDefault();
    const text = id => $('c-' + id).value.trim(), figure = id => text(id) === '' ? null : Number(text(id));
    const corrected = {
      ...record, metric: text('metric'), commodity: text('commodity') || null, kind: text('kind'), site: text('site') || null,
      quantity: { ...quantity, value: figure('value'), low: figure('low'), high: figure('high'), bound: text('bound'), unit: text('unit') },
      period: text('start') && text('end') ? { start: text('start'), end: text('end'), text: period.text || null } : null
    };
    row.record = corrected;
    row.verdict = row.added ? 'added' : 'corrected';
    state.editing = false;
    said(row);
  };
  return [el('h2', {}, row.added ? 'New record' : 'Correct the record'), el('code', {}, record.text),
    el('form', { onsubmit: save },
      choice('metric', METRICS, record.metric), input('commodity', record.commodity), choice('kind', KINDS, record.kind),
      input('value', quantity.value, 'number'), input('low', quantity.low, 'number'), input('high', quantity.high, 'number'), choice('bound', BOUNDS, quantity.bound), input('unit', quantity.unit),
      input('start', period.start, 'date'), input('end', period.end, 'date'), input('site', record.site),
      el('datalist', { id: 'commodities' }, commodities.map(c => el('option', { value: c }))),
      el('div', { class: 'acts' }, el('button', { type: 'submit' }, 'Save'), el('button', { type: 'button', onclick: () => { state.editing = false; renderDetails(row); } }, 'Cancel')))];
}

function said(row) {
  memory.save(releases[row.release]);
  renderReleases();
  renderRelease();
  renderDetails(row);
}

function judge(row, verdict) {
  row.verdict = row.verdict === verdict ? null : verdict;
  if (row.found && verdict !== 'corrected') row.record = row.found;
  said(row);
}

function addRecord() {
  const selection = window.getSelection(), release = releases[state.release], text = String(selection).trim();
  if (!release || !text || !$('release').contains(selection.anchorNode)) return;
  const digits = /\d[\d,]*(?:\.\d+)?/.exec(text), start = release.text.indexOf(text);
  const record = {
    metric: 'production', commodity: null, kind: 'actual', site: null, text, rule: null, alsoAt: [],
    quantity: { value: digits ? Number(digits[0].replaceAll(',', '')) : null, low: null, high: null, bound: 'exact', unit: '', asWritten: text },
    period: null, span: start < 0 ? null : { start, length: text.length }, sourceSpans: []
  };
  const row = { release: state.release, index: release.rows.length, record, found: null, source: null, verdict: 'added', added: true };
  release.rows.push(row);
  state.row = row;
  state.editing = true;
  renderReleases();
  renderRelease();
  renderDetails(row);
}
