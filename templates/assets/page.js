/* Colors as the reader chose them, before anything is drawn; tables that sort; code to copy. Every page reads the same without it. */
(() => {
  'use strict';
  const root = document.documentElement;
  const said = document.currentScript.dataset;
  const schemes = ['system', 'light', 'dark'];
  let scheme = 'system';
  try {
    scheme = localStorage.getItem('scheme') || scheme;
  } catch (_) {
    // Storage may be forbidden: then the choice lasts for the page.
  }
  root.dataset.scheme = schemes.includes(scheme) ? scheme : 'system';

  function choose(button) {
    const say = () => {
      const words = button.dataset[root.dataset.scheme];
      button.title = words;
      button.setAttribute('aria-label', words);
    };
    say();
    button.addEventListener('click', () => {
      root.dataset.scheme = schemes[(schemes.indexOf(root.dataset.scheme) + 1) % schemes.length];
      try {
        localStorage.setItem('scheme', root.dataset.scheme);
      } catch (_) {
        // As above.
      }
      say();
    });
  }

  function copyable(pre) {
    const box = document.createElement('div');
    const button = document.createElement('button');
    box.className = 'copyable';
    button.className = 'copy';
    button.ariaLabel = said.copy;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(pre.textContent);
      button.ariaLabel = said.copied;
      setTimeout(() => button.ariaLabel = said.copy, 2000);
    });
    pre.before(box);
    box.append(pre, button);
  }

  const words = new Intl.Collator(root.lang, { numeric: true, sensitivity: 'base' });

  function text(row, column) {
    const cell = row.cells[column];
    const time = cell && cell.querySelector('time[datetime]');
    if (time) {
      return time.dateTime;
    }
    const value = cell && (cell.querySelector('.value') || cell);
    return value ? value.textContent.trim() : '';
  }

  /* The number that a cell begins with; NaN for words. */
  function number(written) {
    const found = /^[^\d\p{L}]*?([-−–]?)\s*[$€£₩~≈<>+]?\s*(\d[\d,]*(?:\.\d+)?(?:e[-+]?\d+)?)/u.exec(written);
    return found ? (found[1] ? -1 : 1) * Number(found[2].replaceAll(',', '')) : NaN;
  }

  function sort(table, column, button) {
    const head = button.closest('th');
    const before = head.getAttribute('aria-sort');
    const next = before === null ? 'ascending' : before === 'ascending' ? 'descending' : null;
    table.querySelectorAll('th[aria-sort]').forEach(other => other.removeAttribute('aria-sort'));
    const body = table.tBodies[0];
    table.rowsBefore = table.rowsBefore || [...body.rows];
    let rows = [...table.rowsBefore];
    if (next) {
      head.setAttribute('aria-sort', next);
      const sign = next === 'ascending' ? 1 : -1;
      const keys = new Map(rows.map(row => [row, text(row, column)]));
      const said = rows.filter(row => keys.get(row));
      const numeric = said.filter(row => !/^\d{4}-\d/.test(keys.get(row)) && !Number.isNaN(number(keys.get(row)))).length > said.length / 2;
      const known = row => numeric ? !Number.isNaN(number(keys.get(row))) : keys.get(row) !== '';
      rows.sort((a, b) => {
        const left = keys.get(a);
        const right = keys.get(b);
        if (known(a) !== known(b)) {
          return known(a) ? -1 : 1;
        }
        return sign * (numeric && known(a) ? number(left) - number(right) : words.compare(left, right));
      });
    }
    body.append(...rows);
  }

  function sortable(table) {
    const body = table.tBodies[0];
    if (table.tBodies.length !== 1 || !table.tHead || table.tHead.rows.length !== 1 || body.rows.length < 3 || table.querySelector('[rowspan], [colspan]')) {
      return;
    }
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      if (head.textContent.trim() && !head.querySelector('a, button')) {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'sort';
        button.append(...head.childNodes);
        button.addEventListener('click', () => sort(table, column, button));
        head.append(button);
      }
    });
  }

  document.addEventListener('keydown', event => {
    const field = document.querySelector('main [name=q], .seek input');
    if (event.key === '/' && field && !event.ctrlKey && !event.metaKey && !event.altKey && !event.target.closest('input, select, textarea, [contenteditable]')) {
      event.preventDefault();
      field.select();
    }
  });

  document.addEventListener('DOMContentLoaded', () => {
    document.querySelectorAll('.scheme').forEach(choose);
    if (said.copy && navigator.clipboard) {
      document.querySelectorAll('.text pre').forEach(copyable);
    }
    document.querySelectorAll('.table > table, .figures .scroll > table, .ledger-list table').forEach(sortable);
    // Some browsers let keys scroll only what can have the focus. Last, since it asks for sizes: the page is laid out once.
    document.querySelectorAll('pre, .table').forEach(box => {
      if (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight) {
        box.tabIndex = 0;
      }
    });
  });
})();
