/** Names and values side by side. */
import type { ReactNode } from "react";
import { type Text, useSay } from "../language.js";

/** A list of facts; `big` for the few that matter most. */
export const Fields = ({
  of,
  big = false,
}: {
  readonly of: readonly (readonly [Text, ReactNode])[];
  readonly big?: boolean;
}) => {
  const say = useSay();
  return (
    <dl className={big ? "facts" : "fields"}>
      {of.map(([name, value]) => (
        <div key={name.en}>
          <dt>{say(name)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};
