/** Points that an app used, against its quota. */
import { number } from "./texts.js";

/** One quota; without an approved one there is nothing to compare with. */
export const Quota = ({
  id,
  title,
  used,
  of,
}: {
  readonly id: string;
  readonly title: string;
  readonly used: number | null;
  readonly of: number | null;
}) => (
  <div className="quota">
    <dt id={id}>{title}</dt>
    {used === null || of === null ? (
      <dd>未开通 not approved</dd>
    ) : (
      <dd>
        <meter aria-labelledby={id} min={0} max={of} high={of * 0.8} optimum={0} value={used} />{" "}
        <span>
          {number(used)} / {number(of)}
        </span>
      </dd>
    )}
  </div>
);
