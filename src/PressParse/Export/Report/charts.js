// Production by site and period, the guidance range behind the bars. Bars of unlike length of period never share a chart.
const DAY = 86400000, days = period => (Date.parse(period.end) - Date.parse(period.start)) / DAY + 1;
const lengthName = n => n >= 28 && n <= 31 ? 'months' : n >= 89 && n <= 92 ? 'quarters' : n >= 181 && n <= 184 ? 'half-years' : n >= 273 && n <= 276 ? 'nine months' : n >= 364 && n <= 372 ? 'years' : null;

// One name for "Echo Mines Ltd." and "Echo Mines Limited".
const companyKey = release => company(release).toLowerCase().replace(/[.,'’]/g, '').split(/\s+/).filter(word => !/^(the|inc|incorporated|corp|corporation|co|company|ltd|limited|plc|llc|nl|sa|ag)$/.test(word)).join(' ');
const companyNames = new Map(releases.map(release => [companyKey(release), company(release)]));

function chartGroups() {
  const groups = new Map(), guided = [];
  for (const row of allRows().filter(shown)) {
    const record = row.record;
    if (record.metric !== 'production' || !record.period || row.verdict === 'wrong') continue;
    const owner = [companyNames.get(companyKey(releases[row.release])), record.site || '', record.commodity || '', record.quantity.unit].join('\u0001');
    if (record.kind === 'guidance') { guided.push({ row, owner }); continue; }
    const length = lengthName(days(record.period));
    if (!length || record.kind === 'planned' || record.quantity.value === null) continue;
    const key = owner + '\u0001' + length;
    if (!groups.has(key)) groups.set(key, { owner, length, bars: new Map(), guidance: [] });
    const group = groups.get(key), at = record.period.start, before = group.bars.get(at);
    const published = releases[row.release].records.header.date || '';
    // A restated figure counts as last stated; an issuer's own result outranks a comparison of the same day or with the same number.
    const value = record.quantity.value, better = before && (record.kind === 'actual' ? before.kind !== 'actual' && before.value === value : false);
    const repeated = before && before.kind === 'actual' && record.kind !== 'actual' && before.value === value;
    if (!before || better || !repeated && (published > before.published || published === before.published && record.kind === 'actual')) group.bars.set(at, { row, published, value: record.quantity.value, kind: record.kind, period: record.period });
  }
  for (const group of groups.values()) {
    for (const bar of group.bars.values()) {
      const fitting = guided.filter(g => g.owner === group.owner && g.row.record.period.start <= bar.period.start && g.row.record.period.end >= bar.period.end);
      const last = fitting.sort((a, b) => days(a.row.record.period) - days(b.row.record.period) || String(releases[b.row.release].records.header.date).localeCompare(String(releases[a.row.release].records.header.date)))[0];
      if (!last) continue;
      const q = last.row.record.quantity, share = days(bar.period) / days(last.row.record.period), whole = share > 0.97;
      const low = q.low ?? (q.bound === 'max' ? 0 : q.value), high = q.high ?? q.value;
      bar.range = { low: low * (whole ? 1 : share), high: high * (whole ? 1 : share), whole, text: amount(q) + ' for ' + periodName(last.row.record.period), open: q.bound === 'min' };
    }
  }
  return [...groups.values()].sort((a, b) => a.owner.localeCompare(b.owner, 'en') || a.length.localeCompare(b.length));
}

function niceStep(top) {
  const rough = top / 4, power = 10 ** Math.floor(Math.log10(rough || 1));
  return [1, 2, 2.5, 5, 10].map(n => n * power).find(n => n >= rough) || power;
}

const short = value => value >= 1e6 ? +(value / 1e6).toPrecision(3) + ' M' : value >= 1e4 ? +(value / 1e3).toPrecision(3) + ' k' : number(+value.toPrecision(4));

function chart(group) {
  const [owner, site, commodity, unit] = group.owner.split('\u0001'), bars = [...group.bars.values()].sort((a, b) => a.period.start.localeCompare(b.period.start)).slice(-16);
  const width = 480, height = 250, left = 52, bottom = 36, top = 14, room = width - left - 8, tall = height - top - bottom;
  const most = Math.max(...bars.map(b => Math.max(b.value, b.range ? b.range.high : 0)), 0) || 1, step = niceStep(most), ceiling = Math.ceil(most / step) * step;
  const y = value => top + tall * (1 - value / ceiling), slot = room / bars.length, thick = Math.min(46, slot * 0.56);
  const picture = svg('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': `${commodity} production of ${site || owner}: ` + bars.map(b => periodName(b.period) + ' ' + number(b.value) + ' ' + unit).join(', ') });
  const words = (text, x, at, anchor, kind) => { const t = svg('text', { x, y: at, 'text-anchor': anchor, class: kind || '' }); t.textContent = text; return t; };
  for (let v = 0; v <= ceiling + step / 2; v += step) picture.append(svg('line', { x1: left, x2: width - 8, y1: y(v), y2: y(v) }), words(short(v), left - 6, y(v) + 4, 'end'));
  for (const [n, bar] of bars.entries()) {
    const middle = left + slot * (n + 0.5);
    if (bar.range) {
      const range = svg('rect', { x: middle - slot * 0.44, width: slot * 0.88, y: y(bar.range.high), height: Math.max(2, y(bar.range.low) - y(bar.range.high)), class: 'range' + (bar.range.whole ? '' : ' share') });
      const tip = svg('title'); tip.textContent = 'guidance ' + bar.range.text + (bar.range.whole ? '' : ', its share by days');
      range.append(tip);
      picture.append(range);
    }
    const rect = svg('rect', { x: middle - thick / 2, width: thick, y: y(bar.value), height: Math.max(1, y(0) - y(bar.value)), class: 'bar-' + bar.kind, rx: 2, tabindex: 0, role: 'button', 'aria-label': periodName(bar.period) + ' ' + number(bar.value) + ' ' + unit });
    const tip = svg('title'); tip.textContent = periodName(bar.period) + ': ' + number(bar.value) + ' ' + unit + ' (' + bar.kind + ')' + (bar.range ? '\nguidance ' + bar.range.text : '');
    rect.append(tip);
    const open = () => { show('read'); choose(bar.row, true); };
    rect.addEventListener('click', open);
    rect.addEventListener('keydown', event => { if (event.key === 'Enter') open(); });
    picture.append(rect, words(short(bar.value), middle, y(bar.value) - 4, 'middle', 'value'));
    if (bars.length <= 8 || n % 2 === 0) picture.append(words(periodName(bar.period), middle, height - bottom + 16, 'middle'));
  }
  const key = el('div', { class: 'key' }, bars.some(b => b.kind === 'actual') ? el('span', { class: 'actual' }, 'reported') : '', bars.some(b => b.kind === 'comparative') ? el('span', { class: 'comparative' }, 'comparison only') : '',
    bars.some(b => b.range && b.range.whole) ? el('span', { class: 'guidance' }, 'guidance range') : '', bars.some(b => b.range && !b.range.whole) ? el('span', { class: 'guidance' }, 'share of a longer guidance, by days') : '');
  return el('figure', { class: 'chart' }, el('figcaption', {}, `${commodity || 'production'} · ${site || 'whole company'} · ${group.length}`, el('small', {}, [owner, unit].filter(Boolean).join(' · '))), picture, key);
}

function renderCharts() {
  const groups = chartGroups();
  $('charts').replaceChildren(...(groups.length ? groups.map(chart) : [el('p', { class: 'empty' }, 'No production by period among the records shown.')]));
}
