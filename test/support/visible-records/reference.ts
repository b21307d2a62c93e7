/** Bodies: everything of them is public but how to reach their staff. */
import { alike, type VisibleRecord } from "../visibility.js";

// Columns: anonymous, citizen-1, citizen-2, agent-1 · officer-1, officer-2, supervisor-1, auditor-1, publisher-1 · app-open, app-partner

/** Records of the reference service. */
export const REFERENCE: readonly VisibleRecord[] = [
  {
    name: "the agency of officer-1",
    subgraph: "reference",
    type: "Organization",
    key: "id",
    id: "CN-USCC-11990101MB9000015E",
    root: "organization(id: $id)",
    fields: {
      ...alike("FFFF FFFFF FF", "name", "uscc", "kind", "division { code }", "alertCounts { red }"),
      contact: "NNNN FNFNF NN",
    },
    ways: [
      {
        query: '{ administrativePenalty(id: "CF-GOLDEN-1") { authority { id } } }',
        seen: ["anonymous", "citizen-1", "agent-1", "officer-1", "supervisor-1", "app-open"],
      },
      {
        query: '{ serviceMatter(id: "CN-TASK-11990101MB9000015E4220131001000") { dept { id } } }',
        seen: ["anonymous", "citizen-1", "agent-1", "officer-1", "supervisor-1", "app-open"],
      },
      {
        query: '{ repairCase(no: "XF-CF-GOLDEN-2") { record { ... on AdministrativePenalty { authority { id } } } } }',
        seen: ["agent-1", "officer-1", "supervisor-1", "publisher-1"],
      },
    ],
  },
  {
    name: "an agency of another county",
    subgraph: "reference",
    type: "Organization",
    key: "id",
    id: "CN-USCC-11990101MB0001687D",
    root: "organization(id: $id)",
    fields: { name: "FFFF FFFFF FF", contact: "NNNN NNFNN NN" },
    ways: [
      {
        query: '{ creditCommitment(id: "CN-B4") { authority { id } } }',
        seen: ["anonymous", "citizen-1", "agent-1", "officer-1", "supervisor-1", "app-open"],
      },
      {
        query:
          '{ serviceCase(caseNo: "22240420260901000001") { commitments(first: 9) { nodes { authority { id } } } } }',
        seen: ["citizen-2", "supervisor-1"],
      },
    ],
  },
  {
    name: "an enterprise",
    subgraph: "reference",
    type: "Organization",
    key: "id",
    id: "CN-USCC-91990101MA9000011P",
    root: "organization(id: $id)",
    fields: {
      ...alike("FFFF FFFFF FF", "name", "uscc", "division { code }"),
      contact: "NNNN NN0NN NN",
    },
  },
  {
    name: "an approved app of the enterprise of agent-1, which officer-1's agency decides about",
    subgraph: "reference",
    type: "RegisteredApp",
    id: "app-partner",
    root: "registeredApp(clientId: $id)",
    fields: {
      ...alike("FFFF FFFFF FF", "clientId", "name", "purpose", "state", "scopes", "approvedOn", "pointsAMinute"),
      ...alike("FFFF FFFFF FF", "pointsADay", "agreement", "owner { id }", "agency { id }"),
      ...alike("NNNF FNFNF NN", "requestedOn", "contactName", "contactEmail", "redirectUris", "keys { kid }"),
      ...alike("NNNF FNFNF NN", "version", "allowedActions", "history { event }"),
      ...alike("NNN0 0N0N0 NN", "reasons", "webhook { url }"),
    },
    ways: [
      {
        query: "{ registeredApps(first: 100) { nodes { clientId } } }",
        seen: ["anonymous", "citizen-1", "agent-1", "officer-1", "officer-2", "supervisor-1", "app-open"],
      },
    ],
  },
  {
    name: "an app of the enterprise of agent-1 whose changes are pushed",
    subgraph: "reference",
    type: "RegisteredApp",
    id: {
      sql: `with pushed as (insert into webhooks (client_id, address, kinds, cursor, tries, next_at)
        values ('app-partner', 'https://app.example.invalid/', '{}', 'c', 0, now() + interval '1 year') on conflict do nothing)
        select 'app-partner' as id`,
    },
    root: "registeredApp(clientId: $id)",
    fields: { ...alike("FFFF FFFFF FF", "clientId"), "webhook { kinds }": "NNNF FNFNF NN" },
  },
  {
    name: "an app of the enterprise of agent-1 that was suspended",
    subgraph: "reference",
    type: "RegisteredApp",
    id: "app-demo-suspended",
    root: "registeredApp(clientId: $id)",
    fields: { ...alike("FFFF FFFFF FF", "clientId", "state"), reasons: "NNNF FNFNF NN" },
  },
  {
    name: "an app of the enterprise of agent-1 that was not decided",
    subgraph: "reference",
    type: "RegisteredApp",
    id: "app-demo-requested",
    root: "registeredApp(clientId: $id)",
    fields: {
      ...alike("HHHF FHFHF HH", "clientId", "name", "purpose", "state", "requestedOn", "contactName", "contactEmail"),
      ...alike("HHHF FHFHF HH", "version", "allowedActions", "history { event }", "owner { id }", "agency { id }"),
      ...alike("HHH0 0H0H0 HH", "approvedOn", "pointsAMinute", "pointsADay", "agreement", "reasons", "webhook { url }"),
    },
    ways: [
      {
        query: "{ registeredApps(first: 100) { nodes { clientId } } }",
        seen: ["agent-1", "officer-1", "supervisor-1", "publisher-1"],
      },
    ],
  },
];
