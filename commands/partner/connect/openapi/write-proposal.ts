/** Writes a proposal as a mapping file that a person edits: with remarks where something is to be decided, and what was left out. */
import { Document, isMap, isPair, isScalar, type YAMLMap } from "yaml";
import { createTypeMaker } from "./schema-types.js";
import { textAt, type Description } from "./description.js";
import { operationsOf, proposeQuery } from "./operations.js";
import { sentenceOf } from "./names.js";
import { emptyProposal, type Proposal, type ProposedType } from "./proposal.js";
import { keepUsed } from "./keep-used.js";
import { proposeBackend } from "./propose-backend.js";

/** Longest map that stands on one line, in characters. */
const ONE_LINE = 100;

/** What was made of a description. */
export interface WrittenProposal {
  /** The mapping file. */
  readonly text: string;
  readonly leftOut: readonly string[];
  readonly queries: number;
  readonly types: number;
}

/** Proposes a mapping for the operations below these paths, all where none is given. Throws a sentence where nothing can be asked. */
export const writeProposal = (
  description: Description,
  { subgraph, prefixes }: { readonly subgraph: string; readonly prefixes: readonly string[] },
): WrittenProposal => {
  const proposal = emptyProposal();
  const maker = createTypeMaker(description, proposal);
  const operations = operationsOf(maker, description, { prefixes, proposal });
  for (const operation of operations) proposeQuery(maker, description, operation, proposal);
  keepUsed(proposal);
  if (Object.keys(proposal.queries).length === 0)
    throw new Error("Nothing of the description can be asked: it has no GET that answers objects of JSON.");
  const title = sentenceOf(textAt(description.root, "/info/title"));
  const content = {
    subgraph,
    ...(title === undefined ? {} : { description: title }),
    backend: proposeBackend(description, subgraph, proposal),
    ...(Object.keys(proposal.enums).length === 0 ? {} : { enums: proposal.enums }),
    types: Object.fromEntries(Object.entries(proposal.types).map(([name, type]) => [name, shortened(type)])),
    queries: proposal.queries,
  };
  return {
    text: printed(content, proposal),
    leftOut: proposal.leftOut,
    queries: Object.keys(proposal.queries).length,
    types: Object.keys(proposal.types).length,
  };
};

/** A field of which only the type is said is that type. */
const shortened = ({ fields, ...type }: ProposedType): object => ({
  ...type,
  fields: Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, Object.keys(field).length === 1 ? field.type : field]),
  ),
});

const printed = (content: object, { remarks, leftOut }: Proposal): string => {
  const document = new Document(content, { aliasDuplicateObjects: false });
  document.commentBefore =
    " A proposal: read it, take out what is not to be in the graph, and describe what is, in English and Chinese.\n What each part means: docs/partners/connect.md";
  for (const { path, text } of remarks) remark(document, path, text);
  shorten(document.contents);
  if (leftOut.length > 0) document.comment = ` Left out:\n${leftOut.map((line) => ` - ${line}`).join("\n")}`;
  return document.toString({ lineWidth: 160 });
};

const remark = (document: Document, path: readonly string[], text: string): void => {
  const parent = document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return;
  const pair = parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1));
  if (pair && isScalar(pair.key)) pair.key.commentBefore = ` ${text}`;
};

/** Puts small maps on one line; those with remarks stay as they are. */
const shorten = (node: unknown): void => {
  if (!isMap(node)) return;
  for (const item of node.items) {
    if (!isPair(item) || !isMap(item.value)) continue;
    shorten(item.value);
    if (isShort(item.value)) item.value.flow = true;
  }
};

const isShort = (map: YAMLMap): boolean =>
  map.items.length > 0 &&
  JSON.stringify(map.toJSON()).length <= ONE_LINE &&
  map.items.every(
    ({ key, value }) =>
      isScalar(key) && key.commentBefore == null && (!isMap(value) || value.flow === true || value.items.length === 0),
  );
