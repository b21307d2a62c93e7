/** Inquiries are their asker's, of the body that received them, of the one that handles them, and supervisors'; published ones are everybody's, without persons. */
import { alike, type VisibleRecord } from "../visibility.js";

// Columns: anonymous, citizen-1, citizen-2, agent-1 · officer-1, officer-2, supervisor-1, auditor-1, publisher-1 · app-open, app-partner

const inquiry = {
  ...{ subgraph: "openness", type: "Inquiry", key: "inquiryNo", root: "inquiry(inquiryNo: $id)" },
} as const;

const anInquiry = "{ inquiries(first: 100) { nodes { inquiryNo } } }";

/** Records of participation. */
export const PARTICIPATION: readonly VisibleRecord[] = [
  {
    ...{ subgraph: "openness", type: "ParticipationChannel", key: "id", root: "participationChannel(id: $id)" },
    ...{ name: "a hotline", id: "CY-11990101MB9000015E" },
    fields: alike("FFFF FFFFF FF", "kind", "name", "phone", "agency { id }"),
  },
  {
    ...{ ...inquiry, name: "an inquiry of citizen-1 that is published", id: "WZ222401-2026-006" },
    fields: {
      ...alike(
        "FFFF FFFFF FF",
        ...["kind", "state", "receivedOn", "repliedOn", "deadline { state }", "publishedOn", "publicContent"],
        ...["publicReply", "receivedBy { id }", "assignedTo { id }", "channel { name }"],
      ),
      ...alike(
        "NFNN FNFNF NN",
        ...["content", "reply", "asker { name }", "anonymous", "confidential", "mayPublish", "satisfaction"],
        ...["calledBackOn", "closedOn", "version", "history { event }", "allowedActions"],
      ),
    },
  },
  {
    ...{
      ...inquiry,
      name: "a confidential inquiry of citizen-2 that officer-2's body handles",
      id: "WZ222401-2026-002",
    },
    fields: {
      ...alike("HHFH FFFHF HH", "kind", "content", "confidential", "anonymous", "asker { name }", "version"),
      ...alike("HH0H 000H0 HH", "publicContent", "reply", "merged { inquiryNo }"),
    },
    ways: [{ query: anInquiry, seen: ["citizen-2", "officer-1", "officer-2", "supervisor-1", "publisher-1"] }],
  },
  {
    ...{ ...inquiry, name: "who asks in it", id: "WZ222401-2026-002" },
    inside: { path: "asker", type: "InquiryAsker" },
    fields: alike("HHFH FNNHF HH", "name", "contact"),
  },
  {
    ...{ ...inquiry, name: "an inquiry that nobody signed", id: "WZ222401-2026-004" },
    fields: alike("HHHH FHFHF HH", "state", "content", "reply", "anonymous", "asker { name }"),
  },
  {
    ...{ ...inquiry, name: "who asks there", id: "WZ222401-2026-004" },
    inside: { path: "asker", type: "InquiryAsker" },
    fields: alike("HHHH 0HNH0 HH", "name", "contact"),
  },
  {
    ...{ ...inquiry, name: "an inquiry of citizen-1 that was merged", id: "WZ222401-2026-007" },
    fields: alike("HFHH FHFHF HH", "state", "merged { inquiryNo }"),
  },
  {
    ...{ ...inquiry, name: "an inquiry of agent-1's firm that went back to the pool", id: "WZ222401-2026-003" },
    fields: alike("HHHF FHFHF HH", "state", "content", "asker { name }"),
    ways: [{ query: anInquiry, seen: ["agent-1", "officer-1", "supervisor-1", "publisher-1"] }],
  },
];
