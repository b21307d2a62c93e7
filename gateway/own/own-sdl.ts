/** SDL of the gateway's own subgraph: root fields that belong to no agency. */
import { GraphQLSchema, Kind, parse, print, printSchema, printType } from "graphql";
import { DISCLOSURE_DIRECTIVES } from "../../platform/disclosure/vocabulary/index.js";
import { recordKinds, type DeclaredKind } from "../../platform/graphql/record-kinds.js";
import { nodeTypes, type NodeType } from "../../platform/graphql/node-types.js";
import { SHARED_SCALARS } from "../../platform/graphql/scalars/scalars.js";
import { withLinks } from "../../platform/subgraph/links.js";
import { APP_USE_ROOT, APP_USE_TYPES } from "./app-use/app-use.sdl.js";
import { CHANGES_ROOT, changesTypes } from "./changes/changes.sdl.js";
import { SUBSCRIPTION_TYPE } from "./live/live.sdl.js";
import { ME_ROOT, ME_TYPES } from "./me/me.sdl.js";
import { NEGATIVE_LIST_ROOT, NEGATIVE_LIST_TYPES } from "./negative-list/negative-list.sdl.js";
import { MARK_NOTICES_ROOT, NOTICES_ROOT, NOTICES_TYPES } from "./notices/notices.sdl.js";
import { NODE_ROOT, nodeTypesSdl } from "./node/node.sdl.js";
import { OWN_USE_ROOT, OWN_USE_TYPES } from "./own-use/own-use.sdl.js";

const VOCABULARY = parse(printSchema(new GraphQLSchema({ directives: DISCLOSURE_DIRECTIVES })), {
  noLocation: true,
}).definitions;

/** The SDL, in the form in which every subgraph is committed. @default those kinds and types that the last `npm run schema` wrote down */
export const ownSdl = (
  kinds: readonly DeclaredKind[] = recordKinds(),
  nodes: readonly NodeType[] = nodeTypes(),
): string => {
  const roots = `type Query { ${APP_USE_ROOT} ${CHANGES_ROOT} ${ME_ROOT} ${NEGATIVE_LIST_ROOT} ${NODE_ROOT} ${NOTICES_ROOT} ${OWN_USE_ROOT} } type Mutation { ${MARK_NOTICES_ROOT} }`;
  const types = `${APP_USE_TYPES} ${changesTypes(kinds)} ${ME_TYPES} ${NEGATIVE_LIST_TYPES} ${nodeTypesSdl(nodes)} ${NOTICES_TYPES} ${OWN_USE_TYPES} ${SUBSCRIPTION_TYPE}`;
  const scalars = SHARED_SCALARS.filter(({ name }) => new RegExp(`: *\\[*${name}\\b`).test(`${roots} ${types}`));
  return withLinks(
    print({
      kind: Kind.DOCUMENT,
      definitions: [
        ...VOCABULARY.filter(({ kind }) => kind === Kind.DIRECTIVE_DEFINITION),
        ...parse([roots, types, ...scalars.map(printType)].join(" "), { noLocation: true }).definitions,
        ...VOCABULARY.filter(({ kind }) => kind === Kind.ENUM_TYPE_DEFINITION),
      ],
    }),
  );
};
