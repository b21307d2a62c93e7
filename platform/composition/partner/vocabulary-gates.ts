/** Gates on the vocabulary of disclosure in a partner's file: decisions that were lost on the way, or that mean nothing here. */
import { visit, type ConstDirectiveNode } from "graphql";
import { DISCLOSURE_DIRECTIVES, DISCLOSURE_LINK } from "../../disclosure/vocabulary/index.js";
import type { NamedDocument } from "../declarations.js";
import { DISCLOSURE, type Link } from "../links.js";
import { locate, printLocation, problemsAt, type Problem } from "../problem.js";

const NAMES: ReadonlySet<string> = new Set(DISCLOSURE_DIRECTIVES.flatMap(({ name }) => [name, `disclosure__${name}`]));

/** Directives of the vocabulary that the document writes on types and fields. */
const usesOf = ({ document }: NamedDocument): ConstDirectiveNode[] => {
  const uses: ConstDirectiveNode[] = [];
  visit(document, {
    Directive(node) {
      if (NAMES.has(node.name.value)) uses.push(node as ConstDirectiveNode);
    },
  });
  return uses;
};

/** A partner's document in canonical names, held against the links that its file has. */
export const vocabularyProblems = (partner: NamedDocument, links: readonly Link[]): Problem[] => {
  const link = links.find(({ identity }) => identity === DISCLOSURE);
  const [first] = usesOf(partner);
  if (link && !first) {
    const location = locate(partner, link.node);
    return problemsAt(location, [
      `${printLocation(location)} links ${DISCLOSURE_LINK} and uses none of it: your library took the directives out of what it prints, ` +
        `so write them into a file of their own and give it with --overlay; or leave the link out where nothing is to be closed.`,
    ]);
  }
  if (link || !first) return [];
  const location = locate(partner, first);
  return problemsAt(location, [
    `${printLocation(location)} writes @${first.name.value} and does not link ${DISCLOSURE_LINK}, so that it would close nothing: link it, or give the directives with --overlay.`,
  ]);
};
