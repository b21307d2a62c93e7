/** SDL of generated agencies, for measuring composition: records with keys, pages and parts, links to organisations and to the agency before. */

/** Name of the subgraph. */
export const agencyName = (index: number): string => `agency${index}`;

/** SDL of one agency with about that many types; the first one owns Organization. */
export const agencySdl = (index: number, types: number): string => {
  const prefix = `A${index}`;
  const records = Math.floor((types - 2) / 4);
  const parts: string[] = [
    `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"]) ` +
      `@link(url: "https://specs.govgraph.example/disclosure/v1.0", import: ["@closed"])`,
  ];
  const roots: string[] = [];
  for (let record = 0; record < records; record++) {
    const type = `${prefix}Record${record}`;
    const next = `${prefix}Record${(record + 1) % records}`;
    roots.push(`one${type}(id: ID!): ${type}`, `all${type}(first: Int): ${type}Page`);
    parts.push(
      `type ${type} @key(fields: "id") { id: ID! title: String code: String total: Int amount: Float issuedOn: String state: String ` +
        `part: ${type}Part range: ${type}Range next: ${next} holder: Organization ` +
        (record === 0 && index > 0 ? `before: A${index - 1}Record0 ` : "") +
        `note: String @closed(tier: [NEVER], reason: INTERNAL_AFFAIRS, basis: "OGI-2019-16") }`,
      `type ${type}Part { width: Float height: Float label: String unit: String }`,
      `type ${type}Range { from: String to: String open: Boolean }`,
      `type ${type}Page { nodes: [${type}!] totalCount: Int }`,
    );
  }
  const own = index === 0 ? "title: String" : `of${prefix}(first: Int): ${prefix}Record0Page`;
  parts.push(`type Organization @key(fields: "id") { id: ID! ${own} }`);
  if (index > 0) parts.push(`type A${index - 1}Record0 @key(fields: "id") { id: ID! }`);
  parts.push(`type Query { ${roots.join(" ")} }`);
  return parts.join("\n");
};
