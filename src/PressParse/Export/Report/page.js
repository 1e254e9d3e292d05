// Tabs, filters, keys and theme.
function openRelease(r) {
  state.release = r;
  choose(null);
  renderReleases();
  $('release').scrollTop = 0;
  $('release').focus({ preventScroll: true });
}

function choose(row, scroll) {
  const moved = row && row.release !== state.release;
  state.editing = false;
  state.row = row;
  if (moved) { state.release = row.release; renderReleases(); }
  renderRelease();
  renderDetails(row);
  if (!row || !row.element) return;
  const fold = row.element.closest('details');
  if (fold) fold.open = true;
  if (scroll) row.element.scrollIntoView({ block: 'center' });
  row.element.focus({ preventScroll: true });
}

function show(view) {
  state.view = view;
  for (const name of ['read', 'table', 'charts']) {
    $('view-' + name).hidden = name !== view;
    $('tab-' + name).setAttribute('aria-selected', String(name === view));
    $('tab-' + name).tabIndex = name === view ? 0 : -1;
  }
  renderView();
}

function renderView() {
  renderReleases();
  if (state.view === 'read') { renderRelease(); renderDetails(state.row); }
  if (state.view === 'table') renderTable();
  if (state.view === 'charts') renderCharts();
}

function step(by) {
  const rows = releases.flatMap(release => [...release.rows].sort((a, b) => (a.record.span ? a.record.span.start : 0) - (b.record.span ? b.record.span.start : 0))).filter(shown);
  if (!rows.length) return;
  const at = rows.indexOf(state.row);
  const first = by > 0 ? rows.findIndex(row => row.release >= state.release) : rows.findLastIndex(row => row.release <= state.release);
  const next = at < 0 ? Math.max(first, 0) : Math.min(Math.max(at + by, 0), rows.length - 1);
  choose(rows[next], true);
}

function stepRelease(by) {
  for (let r = state.release + by; r >= 0 && r < releases.length; r += by) if (listed(releases[r])) { openRelease(r); $('releases').querySelector('[aria-current]').scrollIntoView({ block: 'nearest' }); return; }
}

function fillFilters() {
  const options = (id, values, all) => $(id).replaceChildren(el('option', { value: '' }, all), ...[...new Set(values)].sort((a, b) => a.localeCompare(b, 'en')).map(v => el('option', { value: v }, v === '–' ? 'none' : v)));
  options('f-metric', allRows().map(r => r.record.metric), 'all');
  options('f-site', allRows().map(r => r.record.site || '–'), 'all');
  options('f-commodity', allRows().map(r => r.record.commodity || '–'), 'all');
  $('f-kinds').append(...KINDS.map(kind => el('label', { class: 'chip ' + kind }, el('input', { type: 'checkbox', checked: true, onchange: e => { if (e.target.checked) state.filter.kinds.add(kind); else state.filter.kinds.delete(kind); renderView(); } }), kind)));
  for (const [id, name] of [['f-metric', 'metric'], ['f-site', 'site'], ['f-commodity', 'commodity']]) $(id).addEventListener('change', e => { state.filter[name] = e.target.value; renderView(); });
  $('f-find').addEventListener('input', e => { state.filter.find = e.target.value.trim().toLowerCase(); renderView(); });
  $('f-confidence').addEventListener('input', e => { state.filter.confidence = Number(e.target.value); $('f-confidence-value').textContent = state.filter.confidence.toFixed(2); renderView(); });
  $('filters').addEventListener('submit', e => e.preventDefault());
}

const ACTIONS = {
  j: () => step(1), k: () => step(-1), n: () => stepRelease(1), p: () => stepRelease(-1), 1: () => show('read'), 2: () => show('table'), 3: () => show('charts'),
  y: () => state.row && judge(state.row, 'right'), x: () => state.row && judge(state.row, 'wrong'), e: () => { if (state.row) { state.editing = true; renderDetails(state.row); $('c-metric').focus(); } },
  a: addRecord, '/': () => $('f-find').focus(), '?': () => $('keys').showModal(), Escape: () => { choose(null); $('release').focus(); }
};

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || $('keys').open) return;
  if (event.target.matches('input, select, textarea')) { if (event.key === 'Escape') { event.target.blur(); if (state.editing) { state.editing = false; renderDetails(state.row); } } return; }
  const action = ACTIONS[event.key];
  if (action) { event.preventDefault(); action(); }
});

for (const name of ['read', 'table', 'charts']) {
  $('tab-' + name).addEventListener('click', () => show(name));
  $('tab-' + name).addEventListener('keydown', event => {
    const names = ['read', 'table', 'charts'], way = { ArrowRight: 1, ArrowLeft: 2 }[event.key];
    if (!way) return;
    const next = names[(names.indexOf(name) + way) % 3];
    show(next);
    $('tab-' + next).focus();
  });
}

$('theme').addEventListener('click', () => {
  const root = document.documentElement, dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
});
$('help').addEventListener('click', () => $('keys').showModal());
$('copy').addEventListener('click', copyTable);
$('export').addEventListener('click', exportGold);
window.addEventListener('beforeprint', () => { for (const fold of document.querySelectorAll('details')) fold.open = true; });
fillFilters();
show({ '#view=table': 'table', '#view=charts': 'charts' }[location.hash] || 'read');
