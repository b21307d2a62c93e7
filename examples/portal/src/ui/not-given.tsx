/** Instead of a part of an answer that is null: why it is, and never that there is nothing. */
import { type Disclosed, shownAt } from "@govgraph/client";
import { useSay } from "../language.js";
import { Value } from "./value.js";

interface NotGivenProps {
  readonly answer: Disclosed<unknown>;
  /** Of the part. */
  readonly path: readonly (string | number)[];
}

/** The service failed, it is withheld, or the graph gives nothing and says nothing of it. */
export const NotGiven = ({ answer, path }: NotGivenProps) => {
  const say = useSay();
  const shown = shownAt(answer, path);
  return shown.state === "absent" ? (
    <span className="tag tag-plain">{say({ zh: "未提供", en: "Not given" })}</span>
  ) : (
    <Value of={shown} />
  );
};
