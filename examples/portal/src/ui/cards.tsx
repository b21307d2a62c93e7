/** What a list holds: how many, a card for each, the way to more, and a sentence where there is nothing. */
import type { ReactNode } from "react";
import { useSay } from "../language.js";
import { countText } from "./count.js";
import { Pager, type PageInfo, type Place } from "./pager.js";

interface CardsProps<Node> {
  readonly of: Parameters<typeof countText>[0] & {
    readonly nodes: readonly (Node | null | undefined)[];
    readonly pageInfo: PageInfo;
  };
  readonly place: Place;
  /** Shown where there is nothing. */
  readonly empty: ReactNode;
  /** The list item of a node. */
  readonly children: (node: Node) => ReactNode;
}

/** The list. */
export const Cards = <Node,>({ of, place, empty, children }: CardsProps<Node>) => {
  const say = useSay();
  const nodes = of.nodes.flatMap((each) => (each ? [each] : []));
  return (
    <>
      <p role="status">{say(countText(of))}</p>
      {nodes.length === 0 && empty}
      <ul className="cards">{nodes.map(children)}</ul>
      <Pager place={place} info={of.pageInfo} />
    </>
  );
};
