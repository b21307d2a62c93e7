/** Runs one mutant of the policy table against the part of the hand-typed matrix that holds its field. */
import { projectPath } from "../../platform/config/index.js";
import { createCodeKey, parseCodeKeys } from "../../platform/domain/index.js";
import { createDecider, loadAgreements } from "../../platform/disclosure/decision/index.js";
import { startSubgraph } from "../../platform/subgraph/index.js";
import { createLogger } from "../../platform/telemetry/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import { askSigned, type TestStack } from "../support/stack.js";
import { VISIBLE_RECORDS } from "../support/visible-records.js";
import { VIEWERS } from "../support/viewers.js";
import {
  REFERENCES,
  VIEWER_ORDER,
  answeredBy,
  entitiesQuery,
  fieldOf,
  idOf,
  letterOf,
  lettersOf,
  objectIn,
  referenceTo,
  rootQuery,
  selectionOf,
  typeOf,
  type VisibleRecord,
} from "../support/visibility.js";
import { VERBS } from "../support/verbs/index.js";
import type { PolicyMutant } from "./policy-mutants.js";

/** Records of the matrix that have the field, with that field alone. */
const sliceOf = ({ rule }: PolicyMutant): VisibleRecord[] =>
  VISIBLE_RECORDS.filter((record) => typeOf(record) === rule.type)
    .map(answeredBy)
    .flatMap((record) => {
      const fields = Object.entries(record.fields).filter(([selection]) => fieldOf(selection) === rule.field);
      return fields.length === 0 ? [] : [{ ...record, fields: Object.fromEntries(fields) }];
    });

/** Killer of a line without which the gateway would ask a service for what it shows the public in no record. */
export const ASKED_FOR_THE_PUBLIC = "asked for the public";

/** True where the matrix shows the field to nobody without a token, in no record. */
const isNeverPublic = (mutant: PolicyMutant): boolean =>
  sliceOf(mutant).every(({ fields }) => Object.values(fields).every((line) => "HN".includes(lettersOf(line)[0]!)));

/** True where the gateway would still take the field out for the public before planning, without asking the service. */
const isPruned = ({ rule, table }: PolicyMutant): boolean => {
  const line = table.fields.find(({ type, field }) => type === rule.type && field === rule.field);
  return line !== undefined && createDecider(table).ofAll(line, VIEWERS.anonymous) === "WITHHELD";
};

/** What of the hand-typed table of verbs tells the mutant from the real table. A verb has no record to be read from. */
const killerOfVerb = ({ rule, table }: PolicyMutant): string | undefined => {
  const line = table.fields.find(({ type, field }) => type === rule.type && field === rule.field);
  const letters = VERBS[rule.field]!.letters.replaceAll(" ", "");
  const told = VIEWER_ORDER.find((viewer, index) => {
    const isDenied = line !== undefined && createDecider(table).ofAll(line, VIEWERS[viewer]) === "WITHHELD";
    return isDenied !== (letters[index] === "D");
  });
  return told && `${rule.field}, as ${told}`;
};

/** What told the mutant from the real table; undefined where the matrix takes it for that: it survived. */
export const killerOf = async (stack: TestStack, mutant: PolicyMutant): Promise<string | undefined> => {
  if (mutant.rule.type === "Mutation") return killerOfVerb(mutant);
  const { subgraph } = mutant.rule;
  const definition = SUBGRAPHS.find(({ name }) => name === subgraph)!;
  const running = await startSubgraph(definition, {
    host: "127.0.0.1",
    port: 0,
    db: stack.connect(subgraph),
    contextKeys: stack.contextKeys(subgraph),
    cursorSecret: "test",
    codeKeys: parseCodeKeys(createCodeKey("test")),
    policy: mutant.table,
    agreements: loadAgreements(projectPath("infra/agreements")),
    log: createLogger({ name: "mutant", level: "silent" }),
  });
  try {
    for (const record of sliceOf(mutant)) {
      const id = await idOf(stack, record);
      for (const [index, viewer] of VIEWER_ORDER.entries()) {
        const selection = selectionOf(record);
        const query =
          record.key === undefined
            ? rootQuery(record, id, selection)
            : `query ${REFERENCES} ${entitiesQuery(record, selection)}`;
        const { body } = await askSigned({ url: running.url, subgraph, keys: stack.contextKeys(subgraph) }, query, {
          viewer: VIEWERS[viewer],
          variables: record.key === undefined ? {} : { references: [referenceTo(record, id)] },
        });
        const seen = objectIn(record, body.data?.record ?? body.data?._entities?.[0]);
        for (const [selection, line] of Object.entries(record.fields)) {
          const field = fieldOf(selection);
          const shown = seen === undefined ? "H" : letterOf(record, field, seen[field], body.extensions);
          if (body.errors !== undefined || shown !== lettersOf(line)[index]) return `${record.name}, as ${viewer}`;
        }
      }
    }
    // Of a record that is hidden as a whole the service shows nothing anyhow; the line decides whether it is asked at all.
    return isNeverPublic(mutant) && !isPruned(mutant) ? ASKED_FOR_THE_PUBLIC : undefined;
  } finally {
    await running.stop();
  }
};
