/** Makes GraphiQL's editors usable by keyboard and by ear: each has a name, Tab leads out of it, and its text scrolls by keys. */

/** What CodeMirror 5 puts on its element. */
interface EditorElement extends HTMLElement {
  readonly CodeMirror?: { addKeyMap(map: Readonly<Record<string, false>>, bottom: boolean): void };
}

/** Names of the editors, by the parts of the page that hold them. */
const NAMES: readonly (readonly [part: string, name: string])[] = [
  [".graphiql-query-editor", "查询 Query"],
  [".graphiql-editor-tool", "变量 Variables"],
  [".graphiql-response", "答复 Answer"],
];

const nameOf = (editor: Element): string => NAMES.find(([part]) => editor.closest(part))?.[1] ?? "文本 Text";

const done = new WeakSet<Element>();

const mend = (editor: EditorElement): void => {
  if (done.has(editor) || !editor.CodeMirror) return;
  done.add(editor);
  // Behind the keys of a list of completions, which takes one by Tab.
  editor.CodeMirror.addKeyMap({ Tab: false, "Shift-Tab": false }, true);
  editor.querySelector("textarea")?.setAttribute("aria-label", nameOf(editor));
  editor.querySelector(".CodeMirror-scroll")?.setAttribute("tabindex", "0");
};

/** Mends what editors there are in the element, and those that come later. */
export const mendEditors = (element: HTMLElement | null): void => {
  if (!element) return;
  const mendAll = (): void => element.querySelectorAll<EditorElement>(".CodeMirror").forEach(mend);
  new MutationObserver(mendAll).observe(element, { childList: true, subtree: true });
  mendAll();
};
