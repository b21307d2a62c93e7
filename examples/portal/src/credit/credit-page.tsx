/** The credit of one organisation: what stands for and against it, and what of it is not public. */
import { shownAt, uscc as checked } from "@govgraph/client";
import { OrganizationCreditDocument, type OrganizationCreditQuery, type EvaluationLevel } from "../gql/graphql.js";
import { useAsk } from "../graph.js";
import { useSay } from "../language.js";
import { hashOf } from "../route.js";
import { Answered, Empty } from "../ui/answered.js";
import { ClosedPanel } from "../ui/closed-panel.js";
import { Fields } from "../ui/fields.js";
import { Page } from "../ui/page.js";
import { Value } from "../ui/value.js";
import { Commitments } from "./commitments.js";
import { Licences } from "./licences.js";
import { ListEntries } from "./list-entries.js";
import type { CreditAnswer } from "./organization.js";
import { Penalties } from "./penalties.js";
import { CREDIT_FIELDS, LEVELS, STATUSES } from "./words.js";

const codeOf = (text: string) => {
  try {
    return checked(text.toUpperCase());
  } catch {
    return undefined;
  }
};

/** The page of `#/credit/<credit code>`. */
export const CreditPage = ({ code }: { readonly code: string }) => {
  const uscc = codeOf(code);
  const asking = useAsk(OrganizationCreditDocument, uscc && { uscc });
  if (uscc === undefined) return <NobodyThere />;
  return (
    <Answered asking={asking} isPage>
      {({ organization }, answer) => (organization ? <Credit of={organization} answer={answer} /> : <NobodyThere />)}
    </Answered>
  );
};

const NobodyThere = () => {
  const say = useSay();
  return (
    <Page title={{ zh: "没有这个主体", en: "There is no such body" }}>
      <Empty title={say({ zh: "请核对统一社会信用代码。", en: "Check the credit code." })}>
        <p>
          <a href={hashOf(["credit"])}>{say({ zh: "按名称查找", en: "Look it up by name" })}</a>
        </p>
      </Empty>
    </Page>
  );
};

interface CreditProps {
  readonly of: NonNullable<OrganizationCreditQuery["organization"]>;
  readonly answer: CreditAnswer;
}

const Credit = ({ of, answer }: CreditProps) => {
  const say = useSay();
  const { creditOverview: counts } = of;
  const code = of.uscc ?? "–";
  const count = (number: number | undefined) => (number === undefined ? "–" : number.toLocaleString("en"));
  return (
    <Page
      title={{ zh: of.name ?? code, en: of.name ?? code }}
      above={<a href={hashOf(["credit"])}>{say({ zh: "查信用", en: "Credit" })}</a>}
      lead={<code>{of.uscc}</code>}
    >
      {of.onSeriousList && (
        <p className="note note-bad">
          {say({ zh: "现列入严重失信主体名单。", en: "Now on the list of seriously dishonest bodies." })}
        </p>
      )}
      <Fields
        big
        of={[
          [{ zh: "行政许可", en: "Licences" }, count(counts?.licences)],
          [{ zh: "行政处罚", en: "Penalties" }, count(counts?.penalties)],
          [{ zh: "列入名单", en: "Lists" }, count(counts?.listEntries)],
          [{ zh: "信用承诺", en: "Commitments" }, count(counts?.commitments)],
        ]}
      />
      <div className="beside">
        <div className="main-part">
          <Penalties of={of.penalties} answer={answer} />
          <ListEntries of={of.listEntries} answer={answer} />
          <Commitments of={of.commitments} answer={answer} />
          <Licences of={of.licences} answer={answer} />
        </div>
        <aside aria-label={say({ zh: "基本信息", en: "About it" })}>
          <Register of={of} answer={answer} />
          <ClosedPanel of={answer} names={CREDIT_FIELDS} />
        </aside>
      </div>
    </Page>
  );
};

const Register = ({ of, answer }: CreditProps) => {
  const say = useSay();
  return (
    <Fields
      of={[
        [{ zh: "登记状态", en: "State" }, of.status ? say(STATUSES[of.status]) : "–"],
        [{ zh: "成立日期", en: "Established" }, of.establishedOn ?? "–"],
        [{ zh: "所在地区", en: "Division" }, of.division?.name ?? "–"],
        [
          { zh: "法定代表人", en: "Legal representative" },
          <Value of={shownAt(answer, ["organization", "legalRepName"])} />,
        ],
        [{ zh: "联系方式", en: "Contact" }, <Value of={shownAt(answer, ["organization", "contact"])} />],
        [
          { zh: "公共信用评价", en: "Credit evaluation" },
          <Value of={shownAt<EvaluationLevel>(answer, ["organization", "creditEvaluation", "level"])}>
            {(level) => say(LEVELS[level])}
          </Value>,
        ],
      ]}
    />
  );
};
