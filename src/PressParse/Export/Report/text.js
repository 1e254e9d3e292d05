// The text of a release with its records in place.
function renderReleases() {
  const list = $('releases');
  list.replaceChildren(...releases.map((release, r) => listed(release) ? el('button', { 'aria-current': r === state.release ? 'true' : null, onclick: () => openRelease(r) },
    title(release),
    el('small', {}, [company(release), release.records.header.date, release.rows.filter(shown).length + ' of ' + release.rows.length].filter(Boolean).join(' · '))) : null).filter(Boolean));
  const rows = allRows();
  $('count').textContent = rows.filter(shown).length + ' of ' + rows.length + ' records in ' + releases.length + ' releases';
}

// Marks that do not overlap, the more important kept where two would.
function leafMarks(release) {
  const kept = [];
  const place = (span, mark) => {
    if (!span || !span.length) return;
    const start = span.start, end = span.start + span.length;
    let low = 0, high = kept.length;
    while (low < high) { const middle = (low + high) >> 1; if (kept[middle].end <= start) low = middle + 1; else high = middle; }
    if (low < kept.length && kept[low].start < end) return;
    kept.splice(low, 0, { start, end, ...mark });
  };
  for (const row of release.rows) place(row.record.span, { row });
  for (const row of release.rows) for (const at of row.record.alsoAt || []) place(at.span, { row, again: true });
  if (state.repairs) for (const repair of release.repairs) place(repair.span, { repair });
  for (const date of release.records.dates) place(date.span, { date });
  return kept;
}

function markElement(release, mark) {
  const text = release.text.slice(mark.start, mark.end);
  if (mark.date) return el('mark', { class: 'date', title: (mark.date.start === mark.date.end ? mark.date.start : mark.date.start + ' – ' + mark.date.end) + ' · ' + mark.date.role + (mark.date.explicit ? '' : ' · inferred') }, text);
  if (mark.repair) return el('mark', { class: 'repair', title: mark.repair.repair + ': “' + mark.repair.before + '” → “' + mark.repair.after + '” · ' + mark.repair.reason }, text);
  const row = mark.row, record = row.record;
  const classes = [record.kind, mark.again ? 'again' : '', shown(row) ? '' : 'dim', row.verdict ? 'judged-' + (row.verdict === 'wrong' ? 'wrong' : 'right') : ''].filter(Boolean).join(' ');
  const element = el('mark', {
    class: classes, tabindex: '0', role: 'button', 'aria-label': text + ': ' + record.metric + ' ' + (record.commodity || '') + ', ' + record.kind + ', ' + amount(record.quantity) + ', ' + periodName(record.period),
    title: [record.metric, record.commodity, record.kind, amount(record.quantity), periodName(record.period), record.site, 'confidence ' + (record.confidence ?? 1).toFixed(2)].filter(Boolean).join(' · '),
    'aria-current': state.row === row && !mark.again ? 'true' : null,
    onmouseenter: () => { if (!state.editing && !state.row) renderDetails(row, true); },
    onmouseleave: () => { if (!state.editing && !state.row) renderDetails(null); },
    onclick: () => choose(row, false)
  }, text);
  element.addEventListener('keydown', event => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); choose(row, false); } });
  if (!mark.again) row.element = element;
  return element;
}

function renderRelease() {
  const release = releases[state.release], article = $('release');
  if (!release) { article.replaceChildren(el('p', { class: 'empty' }, 'There is no release on this page.')); return; }
  for (const row of release.rows) row.element = null;
  const marks = leafMarks(release), text = release.text, header = release.records.header;
  const future = release.records.sentences.filter(s => s.forwardLooking).map(s => s.span);
  const leaves = (parent, start, end) => {
    let low = 0, high = marks.length;
    while (low < high) { const middle = (low + high) >> 1; if (marks[middle].end <= start) low = middle + 1; else high = middle; }
    for (; low < marks.length && marks[low].start < end; low++) {
      const mark = marks[low];
      if (mark.start < start || mark.end > end) continue;
      if (mark.start > start) parent.append(text.slice(start, mark.start));
      parent.append(markElement(release, mark));
      start = mark.end;
    }
    if (start < end) parent.append(text.slice(start, end));
  };
  const fill = (parent, start, end) => {
    for (const span of future) {
      const from = Math.max(start, span.start), to = Math.min(end, span.start + span.length);
      if (from >= to) continue;
      leaves(parent, start, from);
      const sentence = el('span', { class: 'future', title: 'forward-looking' });
      leaves(sentence, from, to);
      parent.append(sentence);
      start = to;
    }
    leaves(parent, start, end);
    return parent;
  };
  const body = el('div', {}), legal = [...release.records.disclaimers].sort((a, b) => a.span.start - b.span.start);
  let folded = null, fold = null;
  for (const [kind, start, length, rows] of release.blocks.length ? release.blocks : paragraphs(text)) {
    const within = legal.find(d => start >= d.span.start && start < d.span.start + d.span.length) || null;
    if (within !== folded) {
      folded = within;
      fold = within ? el('details', { class: 'legal' }, el('summary', {}, 'Disclaimer: ' + within.kind + (within.statutes.length ? ' · ' + within.statutes.join('; ') : ''))) : null;
      if (fold) body.append(fold);
    }
    (fold || body).append(blockElement(kind, start, length, rows, fill));
  }
  article.replaceChildren(
    el('p', { class: 'meta' }, el('b', {}, company(release) || 'Company not found'), ' ', header.tickers.map(t => t.exchange + ':' + t.symbol).join(' '), el('br'),
      [header.place, header.date, header.wire].filter(Boolean).join(' · ') || 'no dateline', el('br'), release.records.source.path || ''),
    el('p', { class: 'meta' }, el('label', {}, el('input', { type: 'checkbox', id: 'show-repairs', checked: state.repairs, onchange: e => { state.repairs = e.target.checked; renderRelease(); } }), ' Show ' + release.repairs.length + ' repairs'),
      release.records.warnings.map(w => el('div', { class: 'wrong' }, '⚠ ' + w))),
    body);
}

function paragraphs(text) {
  const blocks = [], gap = /\n[ \t\r]*\n/g;
  let start = 0;
  for (let m = gap.exec(text); m; m = gap.exec(text)) { if (m.index > start) blocks.push(['paragraph', start, m.index - start]); start = m.index + m[0].length; }
  if (start < text.length) blocks.push(['paragraph', start, text.length - start]);
  return blocks;
}

function blockElement(kind, start, length, rows, fill) {
  const end = start + length;
  if (rows) {
    return el('div', { class: 'grid', tabindex: '0', role: 'region', 'aria-label': 'Table' }, el('table', {}, rows.map(row => {
      const line = el('tr', {});
      let column = 0;
      for (const [at, columns, from, size] of row) {
        while (column < at) { line.append(el('td', {})); column++; }
        line.append(fill(el('td', { colspan: columns > 1 ? columns : null }), from, from + size));
        column = at + columns;
      }
      return line;
    })));
  }
  if (kind === 'headline') return fill(el('h2', {}), start, end);
  if (kind === 'heading') return fill(el('h3', {}), start, end);
  return fill(el('p', { class: kind === 'listItem' ? 'item' : null }), start, end);
}
