'use strict';

// Asks for the status document again and again, and shows it. Text of the document never becomes markup.

const PERIOD = 2000;
const PERIOD_OF_TROUBLE = 5000;
const RATE_SECONDS = 10;
const SVG = 'http://www.w3.org/2000/svg';
const TOKEN = 'lidc-status-token';

const numbers = new Intl.NumberFormat('en');
const byId = id => document.getElementById(id);

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined && text !== null) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function badge(text, kind) {
  return element('span', text, 'badge ' + kind);
}

function ago(time) {
  if (!time) return '-';
  const seconds = Math.max(0, Math.round((Date.now() - Date.parse(time)) / 1000));
  if (seconds < 90) return seconds + ' s ago';
  if (seconds < 5400) return Math.round(seconds / 60) + ' min ago';
  return seconds < 129600 ? Math.round(seconds / 3600) + ' h ago' : Math.round(seconds / 86400) + ' days ago';
}

function moment(time) {
  const made = element('time', ago(time), 'nowrap');
  if (time) {
    made.dateTime = time;
    made.title = time;
  }
  return made;
}

// Columns are [heading, cell of a row, class]; a cell is text or an element.
function table(columns, rows, stacked) {
  const made = element('table', null, stacked ? 'stacked' : '');
  const head = made.createTHead().insertRow();
  for (const [heading, , kind] of columns) {
    const cell = element('th', heading, kind);
    cell.scope = 'col';
    head.append(cell);
  }
  const body = made.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    for (const [heading, of, kind] of columns) {
      const cell = line.insertCell();
      cell.dataset.label = heading;
      cell.className = kind || '';
      cell.append(of(row));
    }
  }
  return made;
}

function show(id, content) {
  byId(id).replaceChildren(content);
}

function showList(id, rows, empty, columns, stacked = true) {
  show(id, rows.length ? table(columns, rows, stacked) : element('p', empty, 'quiet'));
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

function duration(seconds) {
  const parts = [[86400, 'd'], [3600, 'h'], [60, 'min']];
  for (const [length, unit] of parts) {
    if (seconds >= length) return Math.floor(seconds / length) + ' ' + unit;
  }
  return Math.floor(seconds) + ' s';
}

function showTiles(status) {
  const recent = status.throughput.slice(-RATE_SECONDS);
  const committed = sum(Object.values(status.outcomes));
  const failed = status.outcomes.FAILED;
  const tiles = [
    ['objects a second', numbers.format(Math.round(sum(recent) / RATE_SECONDS))],
    ['objects since the start', numbers.format(committed)],
    ['unreadable', numbers.format(failed) + (committed ? ' (' + (100 * failed / committed).toFixed(1) + ' %)' : '')],
    ['running for', duration((Date.parse(status.now) - Date.parse(status.startedAt)) / 1000)]
  ];
  const list = byId('tiles');
  list.replaceChildren();
  for (const [name, value] of tiles) {
    const tile = element('div');
    tile.append(element('dt', name), element('dd', value));
    list.append(tile);
  }
}

function showChart(throughput) {
  const most = Math.max(1, ...throughput);
  const step = 600 / (throughput.length - 1);
  const points = throughput.map((count, i) => (i * step).toFixed(1) + ',' + (78 - 74 * count / most).toFixed(1));
  const area = document.createElementNS(SVG, 'path');
  area.setAttribute('class', 'area');
  area.setAttribute('d', 'M0,78 L' + points.join(' L') + ' L600,78 Z');
  const edge = document.createElementNS(SVG, 'path');
  edge.setAttribute('class', 'edge');
  edge.setAttribute('d', 'M' + points.join(' L'));
  byId('chart').replaceChildren(area, edge);
  const words = 'Objects of each second of the last minute, at most ' + numbers.format(Math.max(...throughput));
  byId('chart').setAttribute('aria-label', words);
  byId('chart-caption').textContent = words;
}

function sourceState(source) {
  if (source.up === null) return badge('receives', 'good');
  if (!source.up) return badge('unavailable', 'bad');
  return source.polling ? badge('reading', 'good') : badge('idle', 'good');
}

function showOutcomes(outcomes) {
  const most = Math.max(1, ...Object.values(outcomes));
  const bar = ([name, count]) => {
    const made = element('span', null, name === 'FAILED' ? 'bar bad' : 'bar');
    made.style.width = (100 * count / most) + '%';
    made.hidden = !count;
    return made;
  };
  show('outcomes', table([
    ['outcome', ([name]) => name],
    ['objects', ([, count]) => numbers.format(count), 'number'],
    ['share', bar, 'scale']
  ], Object.entries(outcomes), false));
}

function showCodes(failures) {
  const codes = Object.entries(failures).sort(([, one], [, other]) => other - one);
  byId('codes').textContent = codes.length
    ? 'Since the start: ' + codes.map(([code, count]) => code + ' ' + numbers.format(count)).join(', ')
    : '';
}

function runState(state) {
  const kinds = { COMPLETED: 'good', RUNNING: 'good', STOPPED: 'warn', ABANDONED: 'warn' };
  return badge(state, kinds[state] || 'bad');
}

function showDatabase(database) {
  const unknown = 'The database does not answer.';
  const { alerts, failed, runs } = database || { alerts: [], failed: [], runs: [] };
  showList('alerts', alerts, database ? 'None.' : unknown, [
    ['severity', alert => badge(alert.severity, alert.severity.toLowerCase() === 'warning' ? 'warn' : 'bad')],
    ['condition', alert => alert.condition],
    ['about', alert => alert.subject],
    ['since', alert => moment(alert.openedAt)],
    ['what', alert => alert.summary]
  ]);
  showList('failed', failed, database ? 'None.' : unknown, [
    ['when', object => moment(object.at)],
    ['code', object => object.code],
    ['offset', object => object.offset === null ? '-' : numbers.format(object.offset), 'number'],
    ['reason', object => object.message || '-'],
    ['record', object => object.run + '/' + object.name]
  ]);
  showList('runs', runs, database ? 'None yet.' : unknown, [
    ['run', run => run.run],
    ['state', run => runState(run.state)],
    ['started', run => moment(run.startedAt)],
    ['discovered', run => numbers.format(run.discovered), 'number'],
    ['stored', run => numbers.format(run.stored), 'number'],
    ['unreadable', run => numbers.format(run.failed), 'number']
  ]);
}

function showStatus(status) {
  const ready = status.health.status === 'UP';
  const alerts = status.database ? status.database.alerts.length : 0;
  byId('state').textContent = ready ? (alerts ? 'ready, ' + alerts + ' open alerts' : 'ready') : 'not ready';
  byId('state').className = 'badge ' + (ready ? (alerts ? 'warn' : 'good') : 'bad');
  byId('updated').textContent = 'as of ' + new Date(status.now).toLocaleTimeString();
  byId('version').textContent = 'Version ' + status.version;
  showReport(status.reportWrittenAt);
  showTiles(status);
  showChart(status.throughput);
  showList('checks', status.health.checks, 'None.', [
    ['what', check => check.name],
    ['state', check => badge(check.status === 'UP' ? 'up' : 'down', check.status === 'UP' ? 'good' : 'bad')],
    ['reason', check => check.message || '']
  ], false);
  showList('sources', status.sources, 'None yet.', [
    ['source', source => source.name],
    ['state', sourceState],
    ['last read', source => moment(source.readAt)],
    ['objects', source => numbers.format(source.objects), 'number'],
    ['unreadable', source => numbers.format(source.failed), 'number'],
    ['waiting', source => source.waiting === null ? '-' : numbers.format(source.waiting), 'number']
  ]);
  showOutcomes(status.outcomes);
  showCodes(status.failures);
  showDatabase(status.database);
}

function trouble(text) {
  byId('trouble').textContent = text;
  byId('trouble').hidden = !text;
}

function authorization() {
  const token = sessionStorage.getItem(TOKEN);
  return token ? { Authorization: 'Bearer ' + token } : {};
}

// Only a token lets a request change something.
async function replay() {
  byId('replay').disabled = true;
  try {
    const response = await fetch('replay', { method: 'POST', headers: authorization() });
    byId('replayed').textContent = response.status === 202
      ? 'They are being read again; what is read is gone from this list.'
      : 'Not read again: the service answers with status ' + response.status + '.';
  } catch (e) {
    byId('replayed').textContent = 'Not read again: the service does not answer.';
  }
  byId('replay').disabled = false;
}

function askForToken() {
  byId('token-form').hidden = false;
  byId('figures').hidden = true;
  trouble(sessionStorage.getItem(TOKEN) ? 'This is not the token.' : '');
}

// Gives the milliseconds until the next time; 0 for waiting until there is a token.
async function refresh() {
  let response;
  try {
    response = await fetch('status.json', { headers: authorization(), cache: 'no-store' });
  } catch (e) {
    trouble('The service does not answer.');
    return PERIOD_OF_TROUBLE;
  }
  if (response.status === 401) {
    askForToken();
    return 0;
  }
  if (!response.ok) {
    trouble('The service answers with status ' + response.status + '.');
    return PERIOD_OF_TROUBLE;
  }
  showStatus(await response.json());
  byId('replay').hidden = !sessionStorage.getItem(TOKEN);
  trouble('');
  byId('token-form').hidden = true;
  byId('figures').hidden = false;
  return PERIOD;
}

// A link cannot show the token: with one, what it leads to is saved.
async function saveGuarded(event) {
  const link = event.target.closest('a');
  if (!link || !sessionStorage.getItem(TOKEN)) return;
  event.preventDefault();
  try {
    const response = await fetch(link.href, { headers: authorization() });
    if (!response.ok) {
      trouble('The service answers with status ' + response.status + '.');
      return;
    }
    const file = element('a');
    file.href = URL.createObjectURL(await response.blob());
    file.download = link.pathname.split('/').pop() || 'report.html';
    file.click();
    URL.revokeObjectURL(file.href);
  } catch (e) {
    trouble('The service does not answer.');
  }
}

function showReport(writtenAt) {
  byId('report').hidden = !writtenAt;
  byId('report').title = writtenAt ? 'written at ' + writtenAt : '';
}

let timer = 0;

async function run() {
  clearTimeout(timer);
  const next = await refresh();
  if (next && !document.hidden) timer = setTimeout(run, next);
}

document.addEventListener('visibilitychange', () => document.hidden ? clearTimeout(timer) : run());

byId('token-form').addEventListener('submit', event => {
  event.preventDefault();
  sessionStorage.setItem(TOKEN, byId('token').value);
  byId('token').value = '';
  run();
});

byId('replay').addEventListener('click', replay);
document.querySelector('nav').addEventListener('click', saveGuarded);

run();
