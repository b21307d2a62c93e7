/** Records of one kind on a credit page. */
import type { ReactNode } from "react";
import { type Text, useSay } from "../language.js";

interface RecordsProps<Node> {
  readonly id: string;
  readonly title: Text;
  /** Where there are none. */
  readonly none: Text;
  readonly of:
    | {
        readonly nodes: readonly (Node | null)[];
        readonly pageInfo: { readonly hasNextPage: boolean };
      }
    | null
    | undefined;
  readonly children: (node: Node, index: number) => ReactNode;
}

/** A list with its title; the latest five, which it says. */
export const Records = <Node extends { readonly id: string }>({
  id,
  title,
  none,
  of,
  children,
}: RecordsProps<Node>) => {
  const say = useSay();
  const nodes = of?.nodes ?? [];
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{say(title)}</h2>
      {nodes.length === 0 && <p className="quiet">{say(none)}</p>}
      <ul className="records">{nodes.map((node, index) => node && <li key={node.id}>{children(node, index)}</li>)}</ul>
      {of?.pageInfo.hasNextPage && (
        <p className="quiet">{say({ zh: "显示最近五条。", en: "The latest five are shown." })}</p>
      )}
    </section>
  );
};
