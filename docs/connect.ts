/** The part of docs/partners/connect.md that follows from a table: conversions that a mapping may name. */
import { CONVERSIONS } from "../platform/connect/index.js";
import { table } from "./markdown.js";
import { renderMarked } from "./marked.js";

/** The page with its table. */
export const renderConnect = (): [path: string, text: string] =>
  renderMarked("docs/partners/connect.md", {
    conversions: table(
      ["conversion", "does"],
      Object.entries(CONVERSIONS).map(([name, { doc }]) => [`\`${name}\``, doc]),
    ),
  });
