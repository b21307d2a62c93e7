/** Records of one kind on a credit page. */
import type { ReactNode } from "react";
import { type Text, useSay } from "../language.js";
import { NotGiven } from "../ui/not-given.js";
import type { CreditAnswer, CreditOrganization } from "./organization.js";

interface RecordsProps<Node> {
  readonly id: string;
  readonly title: Text;
  /** Where there are none. */
  readonly none: Text;
  readonly answer: CreditAnswer;
  /** Field of the organisation that has them. */
  readonly field: keyof CreditOrganization;
  readonly of:
    | {
        readonly nodes: readonly (Node | null)[];
        readonly pageInfo: { readonly hasNextPage: boolean };
      }
    | null
    | undefined;
  readonly children: (node: Node, index: number) => ReactNode;
}

/** A list with its title; the latest five, which it says. One that did not come is not called empty. */
export const Records = <Node extends { readonly id: string }>({
  id,
  title,
  none,
  answer,
  field,
  of,
  children,
}: RecordsProps<Node>) => {
  const say = useSay();
  const nodes = of?.nodes ?? [];
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{say(title)}</h2>
      {!of && (
        <p>
          <NotGiven answer={answer} path={["organization", field]} />
        </p>
      )}
      {of && nodes.length === 0 && <p className="quiet">{say(none)}</p>}
      <ul className="records">{nodes.map((node, index) => node && <li key={node.id}>{children(node, index)}</li>)}</ul>
      {of?.pageInfo.hasNextPage && (
        <p className="quiet">{say({ zh: "显示最近五条。", en: "The latest five are shown." })}</p>
      )}
    </section>
  );
};
