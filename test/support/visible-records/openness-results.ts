/** What bodies publish of their results: tasks, findings and the like are public from their publication on; before, their body's and its supervisors'. */
import { alike, type VisibleRecord } from "../visibility.js";

// Columns: anonymous, citizen-1, citizen-2, agent-1 · officer-1, officer-2, supervisor-1, auditor-1, publisher-1 · app-open, app-partner

/** Records of results. */
export const OPENNESS_RESULTS: readonly VisibleRecord[] = [
  {
    name: "a task that is published",
    subgraph: "openness",
    type: "ImplementationTask",
    key: "id",
    id: "RW222401-2025-002",
    root: "implementationTask(id: $id)",
    fields: alike(
      "FFFF FFFFF FF",
      ...["measure", "state", "progress", "standing", "daysLate", "document { title }", "leadUnit { id }"],
      ...["steps { name doneOn }", "findings { problem }"],
    ),
  },
  {
    name: "a task that is not yet published",
    subgraph: "openness",
    type: "ImplementationTask",
    key: "id",
    id: "RW222401-2026-003",
    root: "implementationTask(id: $id)",
    fields: alike("HHHH FHFHF HH", "measure", "state", "progress", "steps { name }"),
    ways: [
      {
        query: '{ publicDocument(indexNo: "11990101MB9000015E/2025-00002") { implementationTasks { id } } }',
        seen: ["officer-1", "supervisor-1", "publisher-1"],
      },
      {
        query: '{ implementationTasks(first: 100, filter: { division: "222401" }) { nodes { id } } }',
        seen: ["officer-1", "supervisor-1", "publisher-1"],
      },
    ],
  },
  {
    name: "a finding that is not yet published",
    subgraph: "openness",
    type: "InspectionFinding",
    key: "id",
    id: "DC222401-2026-002",
    root: "inspectionFinding(id: $id)",
    fields: alike("HHHH FHFHF HH", "problem", "state", "dueOn", "unit { id }"),
    ways: [
      {
        query: '{ inspectionFindings(first: 100, filter: { division: "222401" }) { nodes { id } } }',
        seen: ["officer-1", "supervisor-1", "publisher-1"],
      },
    ],
  },
  {
    name: "a decision on accountability that is published, but for the persons",
    subgraph: "openness",
    type: "AccountabilityDecision",
    key: "id",
    id: "WZ222401-2026-001",
    root: "accountabilityDecision(id: $id)",
    fields: {
      ...alike("FFFF FFFFF FF", "fact", "decision", "decidedOn", "unit { id }", "finding { id }"),
      ...alike("NNNN NNFNN NN", "persons"),
    },
  },
  {
    name: "a decision on accountability that is not yet published",
    subgraph: "openness",
    type: "AccountabilityDecision",
    key: "id",
    id: "WZ222401-2026-002",
    root: "accountabilityDecision(id: $id)",
    fields: alike("HHHH FHFHF HH", "fact", "decision"),
    ways: [
      {
        query: "{ accountabilityDecisions(first: 100) { nodes { id } } }",
        seen: ["officer-1", "supervisor-1", "publisher-1"],
      },
    ],
  },
];
