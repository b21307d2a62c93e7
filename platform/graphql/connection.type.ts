/** Lists as connections: keyset pages of at most 100 with sealed cursors. */
import { ArgsType, type ClassType, Directive, Field, Int, ObjectType } from "./classes/index.js";
import { Max, Min } from "./bounds.js";
import type { ConnectionShape } from "./lists/index.js";

/** Where a page stands in its list. */
@Directive("@shareable")
@ObjectType({ description: "Where a page stands in its list (分页信息)." })
export class PageInfo {
  @Field(() => Boolean, { description: "True if more follows this page (是否有下一页)." })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: "True if something precedes this page (是否有上一页)." })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: "Cursor of the first node (首个游标)." })
  startCursor?: string;

  @Field(() => String, { nullable: true, description: "Cursor of the last node; pass it as `after` (末个游标)." })
  endCursor?: string;
}

/** Arguments of every list. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, defaultValue: 20, description: "How many nodes, 1 to 100 (每页数量)." })
  @Min(1)
  @Max(100)
  first: number = 20;

  @Field(() => String, { nullable: true, description: "Cursor after which the page begins (起始游标)." })
  after?: string;
}

const notShared: ClassDecorator = () => undefined;

/**
 * Creates the connection type of a node type, named after it: `ServiceMatterConnection`. Nodes are nullable (decision 18). `shared` where several
 * services list nodes of a value type.
 */
export const createConnectionType = <Node extends object>(
  name: string,
  node: () => ClassType<Node>,
  term: string,
  { shared = false }: { readonly shared?: boolean } = {},
): ClassType<ConnectionShape<Node>> => {
  const Shared = shared ? (Directive("@shareable") as ClassDecorator) : notShared;

  @Shared
  @ObjectType(`${name}Edge`, { description: `One ${name} of a page with its cursor (${term}列表项).` })
  class Edge {
    @Field(node, { nullable: true, description: `The ${name} (${term}).` })
    node: Node;

    @Field(() => String, { description: "Cursor of this node (游标)." })
    cursor: string;
  }

  @Shared
  @ObjectType(`${name}Connection`, { description: `A page of ${name} (${term}列表).` })
  class Connection {
    @Field(() => [Edge], { description: "Nodes with their cursors (列表项)." })
    edges: Edge[];

    @Field(() => [node()], { nullable: "items", description: "Nodes of the page (节点)." })
    nodes: Node[];

    @Field(() => PageInfo, { description: "Where the page stands (分页信息)." })
    pageInfo: PageInfo;

    @Field(() => Int, {
      nullable: true,
      description:
        "How many match in all, of those that you may know of; null above 10,000 and where counting is dear (总数).",
    })
    totalCount?: number;

    @Field(() => Int, {
      nullable: true,
      description: "The same, and above 10,000 about how many, in two digits (约数).",
    })
    approximateCount?: number;
  }
  return Connection as unknown as ClassType<ConnectionShape<Node>>;
};
