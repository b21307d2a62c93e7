/** What nouns declare of notices holds together: duties are states of their machines, parts are parts of them, and the gateway follows every kind. */
import "reflect-metadata";
import { LIVE_FIELDS, NOTICE_KINDS } from "../../gateway/live/live-fields.js";
import type { Machine } from "../../platform/machine/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";

const TOLD = SUBGRAPHS.flatMap(({ name, notices = [] }) => notices.map((told) => ({ service: name, told })));

it("the gateway follows every kind of record that is told of, at its service", () => {
  expect(new Set(TOLD.map(({ told }) => told.written.kind))).toEqual(new Set(NOTICE_KINDS));
  expect(new Set(TOLD.map(({ service }) => service))).toEqual(new Set(LIVE_FIELDS["noticed"]!.services));
});

it.each(TOLD)("$service tells of $told.written.kind by states and parts of its machine", ({ told }) => {
  const machine = told.written.machine as Machine;
  for (const { part, duties, isOffice } of told.addressees) {
    expect(Object.keys(machine.states)).toEqual(expect.arrayContaining(Object.keys(duties)));
    // An office without a duty would be told of nothing.
    expect(isOffice !== true || Object.keys(duties).length > 0).toBe(true);
    for (const state of Object.keys(duties)) {
      const acts = machine.transitions.some(({ from, actors }) => from.includes(state) && actors.includes(part));
      expect([state, part, acts]).toEqual([state, part, true]);
    }
  }
});

it("titles of machines are English words and one Chinese term, which texts of notices take apart", () => {
  for (const { told } of TOLD) expect(told.written.machine.title).toMatch(/^[A-Za-z][A-Za-z -]* [\u4e00-\u9fff]+$/);
});
