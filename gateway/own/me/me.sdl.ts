/** Me in SDL: what the gateway knows of the signed-in viewer (当前用户). */
import { enumSdl } from "../enum-sdl.js";

/** The root field; services add fields to Me by resolving it too. */
export const ME_ROOT = `
"""The signed-in viewer; null for an anonymous one (当前用户)."""
me: Me @shareable
`;

/** Its types. */
export const ME_TYPES = `
"""The signed-in viewer (当前用户)."""
type Me @tag(name: "signed-in") {
  """Person or client application (访问者类型)."""
  kind: ViewerKind!
  """Sign-in name (登录名)."""
  username: String @open(reviewed: "2026-11-24", by: "gateway: shown to the viewer alone")
  """Roles of the realm (角色)."""
  roles: [String!]!
  """Scopes of the token (授权范围)."""
  scopes: [String!]!
  """Division the viewer supervises or serves (行政区划)."""
  divisionCode: DivisionCode
  """Agency the viewer serves in (所在机关)."""
  agency: Organization
  """Enterprise the viewer acts for (所代表的企业)."""
  representedOrganization: Organization
}

${enumSdl("ViewerKind", "Kind of viewer (访问者类型).", {
  PERSON: "A person who signed in (自然人用户).",
  CLIENT: "A client application of an integrator (应用).",
})}
`;
