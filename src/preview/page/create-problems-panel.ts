import { formatCount } from '../../format/words.js';
import type { ListedProblem } from '../preview-state.js';
import { getById, makeElement } from './element.js';
import { groupProblems, type ProblemGroup } from './group-problems.js';
import { makeProblemItem, makeSeverity, type OnEdit } from './make-problem-item.js';
import { setPressed } from './set-pressed.js';

type Filter = ListedProblem['severity'] | 'all';

/** The key under which the tab keeps that the panel is collapsed. */
const COLLAPSED = 'problems-collapsed';

/** Creates the panel of problems. The returned function shows problems. Equal ones leave it unchanged, so that the reading place stays. */
export function createProblemsPanel(onEdit: OnEdit | null): (problems: ListedProblem[]) => void {
  const list = getById('problem-list');
  const toggle = getById('problems-toggle');
  const filterButtons = [...getById('problem-filter').querySelectorAll('button')];
  const openGroups = new Set<string>();
  let shownText = '';
  let shownProblems: ListedProblem[] = [];
  let filter: Filter = 'all';

  const showList = (): void => {
    const key = findFocusedKey(list);
    const kept = shownProblems.filter(({ severity }) => filter === 'all' || severity === filter);
    list.replaceChildren(
      ...groupProblems(kept).map((entry) =>
        'problems' in entry ? makeGroupItem(entry, openGroups, onEdit) : makeProblemItem(entry, onEdit),
      ),
    );
    if (key !== undefined)
      (list.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? list).focus();
  };
  const setFilter = (chosen: Filter): void => {
    filter = chosen;
    setPressed(filterButtons, ({ dataset }) => dataset['severity'] === filter);
  };
  const showCollapsed = (): void => {
    const isCollapsed = sessionStorage.getItem(COLLAPSED) !== null;
    toggle.setAttribute('aria-expanded', String(!isCollapsed));
    list.hidden = isCollapsed;
    const hasBoth = new Set(shownProblems.map(({ severity }) => severity)).size > 1;
    getById('problem-filter').hidden = isCollapsed || !hasBoth;
    if (!hasBoth) setFilter('all');
  };

  toggle.addEventListener('click', () => {
    if (sessionStorage.getItem(COLLAPSED) === null) sessionStorage.setItem(COLLAPSED, 'yes');
    else sessionStorage.removeItem(COLLAPSED);
    showCollapsed();
  });
  for (const button of filterButtons)
    button.addEventListener('click', () => {
      setFilter(button.dataset['severity'] as Filter); // the buttons of the page have only these values
      showList();
    });

  return (problems) => {
    const text = JSON.stringify(problems);
    if (text === shownText) return;
    shownText = text;
    shownProblems = problems;
    for (const id of ['problems', 'skip']) getById(id).hidden = problems.length === 0;
    getById('problems-name').textContent = countProblems(problems);
    showCollapsed();
    showList();
  };
}

/** Returns the key of the focused control, by which it is found again among the new problems. */
function findFocusedKey(list: HTMLElement): string | undefined {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && list.contains(activeElement)
    ? activeElement.dataset['key']
    : undefined;
}

function countProblems(problems: ListedProblem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const count = (number: number, word: string): string[] => (number === 0 ? [] : [formatCount(number, word)]);
  return [...count(errors, 'error'), ...count(problems.length - errors, 'warning')].join(', ');
}

/** Makes the item of a group, which lists its problems once it is opened: there may be thousands. */
function makeGroupItem(
  { severity, rule, problems }: ProblemGroup,
  openGroups: Set<string>,
  onEdit: OnEdit | null,
): HTMLElement {
  const key = `${severity} ${rule}`;
  const summary = makeElement(
    'summary',
    '',
    makeSeverity(severity),
    `${formatCount(problems.length, severity)}: ${rule}`,
  );
  summary.dataset['key'] = key;
  const inside = makeElement('ol', '');
  const details = document.createElement('details');
  details.append(summary, inside);
  const fill = (): void => {
    if (inside.childElementCount === 0)
      inside.append(...problems.map((problem) => makeProblemItem(problem, onEdit)));
  };
  details.open = openGroups.has(key);
  if (details.open) fill();
  details.addEventListener('toggle', () => {
    if (!details.isConnected) return;
    if (details.open) {
      openGroups.add(key);
      fill();
    } else openGroups.delete(key);
  });
  return makeElement('li', `${severity} group`, details);
}
