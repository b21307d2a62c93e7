/** The way of the money as a picture; the table below it says the same in numbers. */
import { formatMoney } from "@govgraph/client";
import { useMemo } from "react";
import { type Text, useSay } from "../language.js";
import type { Place, Step } from "./flow.js";
import { pictureOf } from "./layout.js";

interface SankeyProps {
  readonly of: readonly Step[];
  /** Step that the reader points at in the table. */
  readonly pointed: Step | undefined;
}

/** What the colours stand for. */
const KINDS: readonly (readonly [kind: Place["kind"], name: Text])[] = [
  ["division", { zh: "地区", en: "Division" }],
  ["project", { zh: "项目", en: "Project" }],
  ["organization", { zh: "单位", en: "Body" }],
  ["village", { zh: "乡镇和村", en: "Township or village" }],
];

/** The picture; on a narrow screen it is pushed aside in its frame. */
export const Sankey = ({ of, pointed }: SankeyProps) => {
  const say = useSay();
  const { width, height, bars, bands } = useMemo(() => pictureOf(of), [of]);
  return (
    <figure className="figure">
      <figcaption>
        {KINDS.map(([kind, name]) => (
          <span key={kind} className={`legend legend-${kind}`}>
            {say(name)}
          </span>
        ))}
      </figcaption>
      <div
        className="picture"
        role="region"
        tabIndex={0}
        aria-label={say({ zh: "资金流向图，可左右滚动", en: "Picture of the flow; it scrolls sideways" })}
      >
        <svg
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={say({
            zh: "资金从上级到项目和单位的流向，数字见下表。",
            en: "The way of the money down to projects and bodies; the table has the numbers.",
          })}
        >
          {bands.map(({ step, path, width: stroke }) => (
            <path
              key={`${step.from.key} ${step.to.key}`}
              className={`band band-${step.to.kind}${step === pointed ? " band-pointed" : ""}`}
              d={path}
              strokeWidth={stroke}
            >
              <title>{`${step.from.name} → ${step.to.name} ${formatMoney(step.amount)}`}</title>
            </path>
          ))}
          {bars.map(({ place, x, y, width: bar, height: tall }) => (
            <g key={place.key}>
              <rect className={`bar bar-${place.kind}`} x={x} y={y} width={bar} height={tall} rx="2" />
              <text className="bar-name" x={x + bar + 8} y={y + tall / 2} dy="0.35em">
                {place.name}
              </text>
            </g>
          ))}
        </svg>
      </div>
    </figure>
  );
};
