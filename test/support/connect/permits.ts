/** A mapping of building permits with every part that a mapping can have, and the records behind it. */

/** The records. */
export const PERMITS = Array.from({ length: 25 }, (_none, index) => ({
  id: index + 1,
  state: index % 2 === 0 ? "open" : "closed",
  issued: "20260901",
  fee_cents: 12_345 + index,
  area: { floor: 62.5 + index },
  holder: { name: "张三", uscc: "11990101MB0001302L" },
  building: `B${index % 3}`,
  tags: ["new", "brick"],
}));

/** The mapping, over the backend at that address. */
export const permitsMapping = (url: string): string => `
subgraph: permits
backend:
  url: ${url}/api/v2
  auth: { kind: bearer, secret: { env: PERMITS_TOKEN } }
  headers: { accept-language: zh-CN }
  timeoutMs: 500
  mostBytes: 20000
  concurrency: 4
enums:
  PermitState:
    description: "State of a permit (许可状态)."
    values:
      OPEN: { from: open, description: "Work goes on (施工中)." }
      CLOSED: closed
types:
  Permit:
    description: "A building permit (施工许可证)."
    key: id
    record: { agency: keeperUscc }
    lookup: { get: "/permits/{id}" }
    fields:
      id: ID!
      state: PermitState
      issuedOn: { type: Date, from: /issued, convert: day-from-digits }
      fee: { type: Money, from: /fee_cents, convert: yuan-from-fen, description: "Fee (费用)." }
      floor: { type: Float, from: /area/floor }
      tags: "[String!]"
      holderName:
        type: String
        from: /holder/name
        closed: { tier: [AGENCY], reason: PERSONAL_PRIVACY, basis: OGI-2019-15 }
      keeperUscc: { type: USCC, from: /holder/uscc }
      keeper: { type: Organization, key: { id: "CN-USCC-{this.keeperUscc}" } }
      buildingId: { type: String, from: /building }
      building: { type: Building, key: { id: "{this.buildingId}" } }
      inspections: { type: "[Inspection!]", most: 3, call: { get: "/permits/{this.id}/inspections", items: /data } }
  Building:
    key: id
    lookup: { get: /buildings, query: { ids: "{id}" }, join: ",", many: 2, items: /data }
    fields: { id: ID!, name: String }
  Inspection:
    fields: { on: Date, passed: { type: Boolean, convert: boolean-from-number } }
  Organization:
    key: id
    elsewhere: true
    fields: { id: ID! }
queries:
  permit:
    description: "A permit by its id (施工许可证)."
    type: Permit
    arguments: { id: ID! }
    call: { get: "/permits/{id}" }
  permits:
    connection: Permit
    arguments: { state: PermitState }
    call: { get: /permits, query: { state: "{state}" }, items: /data }
    pages: { kind: offset, offset: skip, limit: take, total: /meta/total, most: 10, first: 5 }
  searched:
    type: "[Permit!]"
    arguments: { words: "String!", states: "[PermitState!]" }
    call: { post: /permits/search, headers: { x-search: "{words}" }, body: { filter: { text: "{words}", states: "{states}", lang: "zh-{words}" } }, items: /data }
`;
