/** What became of a change, in sentences for people. */
import { contractSentences } from "../../platform/composition/index.js";
import type { ChangeOutcome } from "../../platform/registry/index.js";
import { say } from "../command.js";

/** Most sentences of one kind that are printed. */
const SAID = 40;

const listed = (title: string, sentences: readonly string[]): void => {
  if (sentences.length === 0) return;
  say(title);
  for (const sentence of sentences.slice(0, SAID)) say(`  ${sentence}`);
  if (sentences.length > SAID) say(`  and ${sentences.length - SAID} more.`);
};

/** Prints it; the exit status is 0 where it is published or waits for approval, 1 where it does not compose. */
export const tellOutcome = ({
  versions,
  problems,
  exposed,
  moves = [],
  needed = 0,
  contracts = [],
  approvers,
  bundle,
}: ChangeOutcome): void => {
  for (const { subgraph, version, state } of versions) say(`${subgraph} ${version}: ${state}`);
  listed("It does not compose with what is live:", problems);
  listed("It makes public:", exposed);
  listed("It moves:", moves);
  listed("It changes contracts:", contractSentences(contracts));
  if (problems.length > 0) process.exitCode = 1;
  else if (bundle !== undefined) say(`Bundle ${bundle} is signed; gateways take it within their next looks.`);
  else {
    const [{ subgraph, version } = { subgraph: "", version: 0 }] = versions;
    say(
      `Approved by ${approvers.length === 0 ? "nobody yet" : approvers.join(", ")}; ${needed === 1 ? "one publisher or administrator is" : "two publishers or administrators are"} needed, its author is none of them:`,
    );
    say(`  npm run partner -- approve ${subgraph} ${version} --why <why>`);
  }
};
