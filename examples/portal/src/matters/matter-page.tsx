/** One matter: what matters at a glance, the reader's situation with its materials, and the whole guide. */
import { shownAt } from "@govgraph/client";
import { MatterDocument } from "../gql/graphql.js";
import { useAsk } from "../graph.js";
import { useSay } from "../language.js";
import { hashOf } from "../route.js";
import { Answered, Empty } from "../ui/answered.js";
import { Fields } from "../ui/fields.js";
import { Page } from "../ui/page.js";
import { Value } from "../ui/value.js";
import { Guide } from "./guide.js";
import { Materials } from "./materials.js";
import type { Matter } from "./matter.js";
import { SituationChoice } from "./situation-choice.js";
import { feeText, limitText, visitsText } from "./words.js";

/** The page of `#/matters/<id>?situation=…`. */
export const MatterPage = ({ id, query }: { readonly id: string; readonly query: URLSearchParams }) => {
  const say = useSay();
  const situation = query.get("situation") ?? "";
  const asking = useAsk(MatterDocument, { id, ...(situation === "" ? {} : { situation: [situation] }) });
  return (
    <Answered asking={asking} isPage>
      {(data, answer) =>
        data.serviceMatter ? (
          <Page
            title={sameInBoth(data.serviceMatter.taskName ?? id)}
            above={<a href={hashOf(["matters"])}>{say({ zh: "办事", en: "Services" })}</a>}
            lead={[data.serviceMatter.division?.name, data.serviceMatter.dept?.name].filter(Boolean).join(" · ")}
          >
            <Glance of={data.serviceMatter} />
            <SituationChoice id={id} of={data.serviceMatter.conditions ?? []} chosen={situation} />
            <Materials of={data.serviceMatter.materials} answer={answer} />
            <Guide
              of={data.serviceMatter}
              answer={answer}
              checks={
                <Value
                  of={shownAt<readonly { readonly message: string }[]>(answer, ["serviceMatter", "qualityIssues"])}
                >
                  {(issues) =>
                    issues.length === 0
                      ? say({ zh: "未发现问题", en: "Nothing was found" })
                      : issues.map(({ message }) => message).join(" ")
                  }
                </Value>
              }
            />
          </Page>
        ) : (
          <Page title={{ zh: "没有这个事项", en: "There is no such service" }}>
            <Empty title={say({ zh: "它可能已取消或尚未公布。", en: "It may have ended, or is not published." })}>
              <p>
                <a href={hashOf(["matters"])}>{say({ zh: "查找其他事项", en: "Find another one" })}</a>
              </p>
            </Empty>
          </Page>
        )
      }
    </Answered>
  );
};

/** What has one name in whatever language. */
const sameInBoth = (name: string): { readonly zh: string; readonly en: string } => ({ zh: name, en: name });

const Glance = ({ of }: { readonly of: Matter }) => {
  const say = useSay();
  const limit = (given: Matter["promised"]) =>
    given ? say(limitText(given)) : say({ zh: "未公布", en: "Not published" });
  return (
    <Fields
      big
      of={[
        [{ zh: "承诺办结", en: "Promised within" }, limit(of.promised)],
        [{ zh: "法定办结", en: "By law within" }, limit(of.statutory)],
        [{ zh: "到现场", en: "Visits" }, typeof of.visits === "number" ? say(visitsText(of.visits)) : "–"],
        [{ zh: "费用", en: "Cost" }, typeof of.isFee === "boolean" ? say(feeText(of.isFee)) : "–"],
      ]}
    />
  );
};
