/** What to bring: each material with when it is needed, from whom it comes and in which form. */
import { type Text, useSay } from "../language.js";
import { Empty } from "../ui/answered.js";
import { NotGiven } from "../ui/not-given.js";
import type { Matter, MatterAnswer } from "./matter.js";
import { FORMATS, limitText, NEEDS, SOURCES, TYPES } from "./words.js";
import { Said } from "../ui/said.js";

type Material = NonNullable<Matter["materials"]>[number];

interface MaterialsProps {
  readonly of: Matter["materials"];
  readonly answer: MatterAnswer;
}

/** The materials of the chosen situation; a list that did not come does not say that nothing is needed. */
export const Materials = ({ of, answer }: MaterialsProps) => {
  const say = useSay();
  return (
    <section aria-labelledby="materials">
      <h2 id="materials">{say({ zh: "需要准备的材料", en: "What to bring" })}</h2>
      {of ? <Listed of={of} /> : <NotGiven answer={answer} path={["serviceMatter", "materials"]} />}
    </section>
  );
};

const Listed = ({ of }: { readonly of: readonly Material[] }) => {
  const say = useSay();
  const required = of.filter(({ need }) => need === "REQUIRED").length;
  return (
    <>
      <p className="count" role="status">
        {say({
          zh: `适用 ${of.length} 份，其中必要 ${required} 份`,
          en: `${of.length} for you, of which ${required} required`,
        })}
      </p>
      {of.length === 0 && <Empty title={say({ zh: "不需要材料。", en: "Nothing to bring." })} />}
      <ol className="materials">
        {of.map((material) => (
          <li key={material.name}>
            <h3>
              <Said>{material.name}</Said>{" "}
              {material.need && (
                <span className={`tag tag-${material.need.toLowerCase()}`}>{say(NEEDS[material.need])}</span>
              )}
            </h3>
            <p className="quiet">{formOf(material).map(say).join(" · ")}</p>
            {material.fillExplain && (
              <p>
                <Said>{material.fillExplain}</Said>
              </p>
            )}
            {material.intermediaryService && <Report of={material.intermediaryService} />}
            {material.byLaw && (
              <p className="quiet">
                {say({ zh: "依据", en: "By" })} 《{material.byLaw.lawName}》{material.byLaw.articleNo}
              </p>
            )}
          </li>
        ))}
      </ol>
    </>
  );
};

const formOf = ({ source, type, format, copies, spec }: Material): Text[] => [
  ...(source ? [SOURCES[source]] : []),
  ...(type ? [TYPES[type]] : []),
  ...(format ? [FORMATS[format]] : []),
  ...(copies ? [{ zh: `${copies} 份`, en: copies === 1 ? "1 copy" : `${copies} copies` }] : []),
  ...(spec ? [{ zh: spec, en: spec }] : []),
];

/** A report of an intermediary: who pays is what readers are asked wrongly most often. */
const Report = ({ of }: { readonly of: NonNullable<Material["intermediaryService"]> }) => {
  const say = useSay();
  return (
    <p className="note">
      {say({ zh: "中介服务", en: "Intermediary service" })}：<Said>{of.name}</Said>
      {of.timeLimit && ` · ${say(limitText(of.timeLimit))}`}
      {of.payer === "APPROVING_DEPARTMENT" && (
        <strong>
          {" "}
          · {say({ zh: "费用由审批部门承担，您不用付费", en: "The approving department pays, not you" })}
        </strong>
      )}
      {of.payer === "APPLICANT" && <strong> · {say({ zh: "费用由申请人承担", en: "The applicant pays" })}</strong>}
    </p>
  );
};
