/** Who brings each event about, on which law, within which limit, and what it fills: typed by hand; everybody else is refused. */
import "reflect-metadata";
import { basisOfLimit, basisOfProcedure } from "../../../platform/domain/index.js";
import { MACHINES } from "../../../docs/state-machines.js";
import { ACTORS, basisOf, next, type Actor } from "../../../platform/machine/index.js";

/** Events with the state where it matters, who acts, law, limit, and fields filled. */
type Row = readonly [events: string, who: string, basis: string, limit?: string, sets?: string];

const L32 = "行政许可法 第三十二条";
const L42 = "行政许可法 第四十二条";
const L44 = "行政许可法 第四十四条";
const L45 = "行政许可法 第四十五条";
const TABLES = "“互联网+政务服务”国家数据交换表（up_pro_*）（条款未经原文核实）";
const MATTERS = "“互联网+政务服务”国家数据交换表（up_task_*）（条款未经原文核实）";
const MONITORING = "电子监察规定（各地不同）（演示用值）";
const SUPERVISION = "行政执法监督条例 第六条";
const APPS = basisOfProcedure("APP-REGISTRATION")();
const RATINGS = "关于建立政务服务“好差评”制度提高政务服务水平的意见（国办发〔2019〕51号，演示用值）";
const MARKET = "中介服务超市地方管理规定（各地不同）（演示用值）";
const PROMISES =
  "国务院办公厅关于加快推进社会信用体系建设构建以信用为基础的新型监管机制的指导意见（国办发〔2019〕35号，条款未经原文核实）";
const LISTING =
  "国务院办公厅关于进一步完善失信约束制度构建诚信建设长效机制的指导意见（国办发〔2020〕49号，条款未经原文核实）";
const REPAIRS = "信用修复管理办法（国家发展和改革委员会令第36号，条款未经原文核实）";
const OBJECTIONS = "信用信息异议处理规定（各地不同）（演示用值）";
const HOTLINES = "关于进一步优化地方政务服务便民热线的指导意见（国办发〔2020〕53号，条款未经原文核实）";
const NOTICES = "关于完善扶贫资金项目公告公示制度的指导意见（国开办发〔2018〕11号，演示用值）";
const ON_COMMITMENT =
  "国务院办公厅关于全面推行证明事项和涉企经营许可事项告知承诺制的指导意见（国办发〔2020〕42号，条款未经原文核实）";
const ONE_CARD = "关于进一步加强惠民惠农财政补贴资金“一卡通”管理的指导意见（财办〔2020〕37号，演示用值）";

/** The regulation on major decisions; its articles were not read but for the fifteenth. */
const ofRequests = (article: string): string => `政府信息公开条例 ${article}`;
const ofDecisions = (article: string): string => `重大行政决策程序暂行条例 ${article}（条款未经原文核实）`;

const EXPECTED: Readonly<Record<string, readonly Row[]>> = {
  CaseState: [
    ["EDIT SUPPLEMENT", "SUBJECT", "行政许可法 第二十九条"],
    ["SUBMIT", "SUBJECT", "行政许可法 第二十九条", "", "appliedOn"],
    ["DRAFT.VOID", "SUBJECT", TABLES],
    ["RECEIVE", "OFFICER", L32],
    ["ASK_CORRECTION", "OFFICER", L32, "L01", "noticeOn"],
    ["CORRECT", "SUBJECT", L32],
    ["ACCEPT", "OFFICER", L32, "L01", "acceptedOn acceptanceNo"],
    ["REFUSE_ACCEPTANCE RETURN", "OFFICER", L32, "L01", "endedOn"],
    ["REVIEW", "OFFICER", "行政许可法 第三十四条"],
    ["SUSPEND", "OFFICER", L45, "L07"],
    ["RESUME", "OFFICER", L45],
    ["EXTEND", "OFFICER", L42],
    ["DECIDE", "OFFICER", L42, "L02"],
    ["GRANT_ON_COMMITMENT", "OFFICER", ON_COMMITMENT, "", "acceptedOn acceptanceNo"],
    ["CONFIRM_COMMITMENT", "OFFICER", ON_COMMITMENT],
    ["ANNUL", "OFFICER", "行政许可法 第六十九条（条款未经原文核实）", "", "endedOn"],
    ["COMPLETE", "OFFICER", L44, "", "completedOn granted endedOn"],
    ["DELIVER", "OFFICER", L44, "L05"],
    ["RATE", "SUBJECT TIME", RATINGS],
    ["WITHDRAW", "SUBJECT", TABLES, "", "endedOn"],
    ["TRANSFER", "OFFICER", "行政许可法 第三十五条", "", "endedOn"],
    ["REVIEW.VOID", "OFFICER", TABLES, "", "endedOn"],
  ],
  AlertState: [
    ["NOTIFY", "SUPERVISOR TIME", MONITORING],
    ["WORSEN", "TIME", MONITORING],
    ["EXPLAIN CORRECT", "OFFICER", MONITORING],
    ["VERIFY", "SUPERVISOR", MONITORING],
    ["VERIFIED.CLOSE", "SUPERVISOR", MONITORING, "", "closedOn"],
    ["ESCALATED.CLOSE", "JUSTICE", SUPERVISION, "", "closedOn"],
    ["ESCALATE", "JUSTICE", SUPERVISION, "", "supervision"],
  ],
  AppState: [
    ["APPROVE", "PUBLISHER", APPS, "", "approvedOn pointsAMinute pointsADay"],
    ["REFUSE", "PUBLISHER", APPS, "", "reasons"],
    ["SUSPEND", "PUBLISHER INTEGRATOR", APPS, "", "reasons"],
    ["SET_KEYS SET_WEBHOOK RETIRE", "INTEGRATOR", APPS],
  ],
  ConsultationState: [
    ["ANSWER", "OFFICER", basisOfLimit("L27-CONSULTATION")(), "L27-CONSULTATION", "answeredOn"],
    ["FOLLOW_UP WITHDRAW", "SUBJECT", basisOfLimit("L27-CONSULTATION")()],
    ["PUBLISH", "OFFICER", basisOfLimit("L27-CONSULTATION")(), "", "publishedOn publicQuestion publicAnswer"],
    ["PUBLISHED.RETRACT", "SUBJECT OFFICER", basisOfLimit("L27-CONSULTATION")()],
    ["RETRACT", "SUBJECT", basisOfLimit("L27-CONSULTATION")()],
  ],
  DisclosureState: [
    ["ASK_CORRECTION", "OFFICER", ofRequests("第三十条"), "L10", "correctionAskedOn correctBy unclear"],
    ["CORRECT", "SUBJECT", ofRequests("第三十条")],
    ["ABANDON", "TIME", ofRequests("第三十条"), "", "endedOn"],
    ["CONSULT", "OFFICER", ofRequests("第三十二条")],
    ["RECORD_OPINION", "OFFICER", ofRequests("第三十二条"), "L11"],
    ["EXTEND", "OFFICER", ofRequests("第三十三条")],
    ["ANSWER", "OFFICER", ofRequests("第三十六条（条款未经原文核实）"), "L09", "outcome endedOn"],
    ["WITHDRAW", "SUBJECT", ofRequests("第二十九条（条款未经原文核实）"), "", "endedOn"],
  ],
  InquiryState: [
    ["TRIAGE ASSIGN RETURN PUBLISH", "OFFICER", HOTLINES],
    ["MERGE", "OFFICER", HOTLINES, "", "mergedInto"],
    ["REPLY", "OFFICER", HOTLINES, "L27", "reply repliedOn"],
    ["RATE", "SUBJECT", HOTLINES, "", "calledBackOn"],
    ["CALL_BACK", "OFFICER", HOTLINES, "", "calledBackOn"],
    ["CLOSE", "OFFICER", HOTLINES, "", "closedOn"],
    ["REPLIED.RETRACT CALLED_BACK.RETRACT CLOSED.RETRACT", "SUBJECT OFFICER", HOTLINES],
    ["RETRACT", "SUBJECT", HOTLINES],
  ],
  DecisionStage: [
    ["DRAFT", "OFFICER", ofDecisions("第十条")],
    ["CONSULT", "OFFICER", "重大行政决策程序暂行条例 第十五条", "L15", "openedOn"],
    ["SUMMARISE", "OFFICER", ofDecisions("第十八条")],
    ["REVIEW", "OFFICER", ofDecisions("第二十五条")],
    ["DECIDE", "OFFICER", ofDecisions("第三十条"), "", "decidedOn"],
    ["PUBLISH", "OFFICER", ofDecisions("第三十二条"), "", "publishedOn adoptedIndexNo"],
    ["EVALUATE", "OFFICER", ofDecisions("第三十六条")],
  ],
  OpinionOutcome: [["ADOPT ADOPT_PARTLY REJECT", "OFFICER", ofDecisions("第十八条"), "", "answeredOn"]],
  RectificationState: [
    ["VERIFY APPEAL BEGIN CALL_BACK CLOSE", "OFFICER", RATINGS],
    ["REJECT", "SUPERVISOR", RATINGS],
    ["RECTIFY", "OFFICER", RATINGS, "L22", "rectifiedOn"],
  ],
  EditorialStatus: [
    ["FINISH SUBMIT REVISE WITHDRAW", "OFFICER", MATTERS],
    ["APPROVE REJECT", "OFFICER PUBLISHER", MATTERS],
    ["PUBLISH", "PUBLISHER", MATTERS, "", "publishedOn"],
  ],
  Moderation: [["PASS BLOCK", "SUPERVISOR", RATINGS]],
  MarketState: [
    ["GIVE_PUBLIC_NOTICE", "OWNER", MARKET, "", "publicNoticeAt closesAt"],
    ["BID BEGIN", "FIRM", MARKET],
    ["SUSPEND", "OWNER OFFICER", MARKET, "", "stateReason"],
    ["RESUME", "OWNER OFFICER", MARKET],
    ["OPEN_BIDS", "OWNER", MARKET, "", "openedAt"],
    ["SELECT", "OWNER", MARKET, "M-PUBLIC-NOTICE", "selectedAt selectedId"],
    ["FAIL", "OWNER TIME", MARKET, "", "stateReason"],
    ["EDIT OPEN_PUBLICITY ARCHIVE", "OWNER", MARKET],
    ["SIGN", "OWNER", MARKET, "M-CONTRACT", "contractNo signedAt"],
    ["LAPSE", "TIME", MARKET, "M-CONTRACT", "stateReason"],
    ["DELIVER", "FIRM", MARKET, "", "deliveredAt deliverableHash"],
    ["ACCEPT", "OWNER", MARKET, "", "acceptedAt"],
    ["EVALUATE", "OWNER", MARKET, "M-EVALUATION", "evaluatedAt stars"],
    ["REPLY", "FIRM", MARKET, "", "reply"],
    ["OBJECT", "FIRM", MARKET, "", "disputedAt stateReason"],
    ["DISPUTE", "OWNER FIRM", MARKET, "", "disputedAt stateReason"],
    ["REJECT_OBJECTION", "OFFICER SUPERVISOR", MARKET],
    ["UPHOLD_OBJECTION", "OFFICER SUPERVISOR", MARKET, "", "stateReason"],
    ["SETTLE_AS_CONTRACTED SETTLE_AS_IN_SERVICE SETTLE_AS_DELIVERED SETTLE_AS_ACCEPTED", "OFFICER SUPERVISOR", MARKET],
    ["CANCEL", "OWNER", MARKET, "", "stateReason"],
  ],
  BidState: [
    ["REPLACE WITHDRAW", "FIRM", MARKET],
    ["REVEAL", "FIRM", MARKET, "", "price"],
    ["EXCLUDE", "OFFICER SUPERVISOR", MARKET],
  ],
  EntryApplicationState: [
    ["ADMIT", "OFFICER", MARKET, "M-ENTRY", "decidedOn"],
    ["REFUSE", "OFFICER", MARKET, "M-ENTRY", "decidedOn reasons"],
    ["WITHDRAW", "FIRM", MARKET],
  ],
  SanctionLevel: [["AGGRAVATE", "OFFICER", MARKET]],
  SanctionState: [
    ["DEFEND", "FIRM", MARKET, "M-DEFENCE", "defence"],
    ["DECIDE", "OFFICER SUPERVISOR", MARKET, "M-SANCTION", "decidedOn"],
    ["DROP", "OFFICER SUPERVISOR", MARKET, "", "droppedOn"],
    ["EXPIRE", "TIME", MARKET],
    ["APPEAL", "FIRM", MARKET, "M-SANCTION-APPEAL", "appeal"],
    ["REJECT_APPEAL", "SUPERVISOR", MARKET],
    ["REVOKE", "SUPERVISOR", MARKET, "", "revokedOn"],
  ],
  EntryState: [
    ["SUSPEND REMOVE", "OFFICER", MARKET],
    ["LIFT READMIT FALL_BACK", "TIME OFFICER", MARKET],
  ],
  PublicityState: [
    [
      "PUBLISH",
      "PUBLISHER",
      "关于进一步完善行政许可和行政处罚等信用信息公示工作的指导意见（发改办财金〔2018〕424号）",
      "L12",
      "publishedOn",
    ],
    ["APPLY_FOR_REPAIR", "SUBJECT", REPAIRS],
    ["REPAIR", "OFFICER", REPAIRS, "", "repairedOn"],
    ["SHIELD", "OFFICER", REPAIRS, "", "shieldedFrom"],
    ["UNSHIELD", "OFFICER TIME", REPAIRS, "", "shieldedTo"],
    ["EXPIRE", "TIME", REPAIRS, "L23"],
    ["REPUBLISH", "OFFICER", REPAIRS, "", "republishedOn"],
    ["WITHDRAW", "PUBLISHER", "行政处罚法 第四十八条、第八十五条", "L14", "withdrawnOn withdrawReason"],
    ["REVOKE_DECISION", "OFFICER", "行政处罚法 第四十八条、第八十五条", "", "revokedOn revocationNo"],
    ["SERVE", "OFFICER", basisOfLimit("L14-SERVED")(), "L14-SERVED", "repairNoticeOn"],
  ],
  LicencePublicity: [
    ["PUBLISH", "PUBLISHER", basisOfLimit("L12")(), "L12", "publishedOn"],
    ["REVOKE_DECISION", "OFFICER", "行政许可法 第六十九条（条款未经原文核实）", "", "revokedOn revocationNo"],
    ["WITHDRAW", "PUBLISHER", basisOfLimit("L12")(), "", "withdrawnOn withdrawReason"],
  ],
  ListEntryState: [
    ["APPLY_FOR_REPAIR", "SUBJECT", REPAIRS],
    ["REPAIR", "OFFICER", REPAIRS, "", "removedOn"],
    ["RELIST", "OFFICER", REPAIRS, "", "relistedOn"],
    ["EXPIRE", "TIME", LISTING],
    ["REVOKE", "OFFICER", LISTING, "", "revokedOn revocationNo"],
  ],
  ListingState: [
    ["DEFEND", "SUBJECT", LISTING, "N-DEFENCE", "statement statedOn"],
    ["LIST", "OFFICER", LISTING, "", "decidedOn decision remedy decisionDocNo entryId"],
    ["DROP", "OFFICER", LISTING, "", "decidedOn decision"],
  ],
  Fulfilment: [
    ["KEEP", "OFFICER", PROMISES, "", "verifiedOn verifiedById"],
    ["BREAK", "OFFICER", PROMISES, "", "verifiedOn verifiedById"],
    ["REOPEN", "OFFICER", PROMISES],
  ],
  RepairState: [
    ["ACCEPT", "OFFICER", REPAIRS, "L24-ACCEPTANCE", "acceptedOn"],
    ["APPLIED.REJECT", "OFFICER", REPAIRS, "L24-ACCEPTANCE", "decidedOn decision remedy"],
    ["REPAIR", "OFFICER", REPAIRS, "L24-FEEDBACK", "decidedOn decision"],
    ["ACCEPTED.REJECT", "OFFICER", REPAIRS, "L24-FEEDBACK", "decidedOn decision remedy"],
    ["WITHDRAW", "SUBJECT", REPAIRS],
    ["EXTEND", "OFFICER", REPAIRS],
    ["FIND_FALSE", "OFFICER", REPAIRS, "", "foundFalseOn findingNo"],
    ["TELL", "OFFICER", REPAIRS, "L24-FEEDBACK", "feedbackOn"],
    ["REVOKE", "OFFICER", REPAIRS],
  ],
  ObjectionState: [
    ["ACCEPT", "OFFICER", OBJECTIONS, "O-ACCEPTANCE", "acceptedOn"],
    ["INVESTIGATE NOTIFY", "OFFICER", OBJECTIONS],
    ["CORRECT", "OFFICER", OBJECTIONS, "O-INVESTIGATION", "decidedOn outcome"],
    ["UPHOLD", "OFFICER", OBJECTIONS, "O-INVESTIGATION", "decidedOn outcome decision"],
    ["WITHDRAW", "SUBJECT", OBJECTIONS],
  ],
  AllotmentState: [
    ["ISSUE", "OFFICER", "预算法 第五十二条", "L19", "issuedOn"],
    ["RECEIVE", "OFFICER", "预算法 第五十二条", "", "receivedOn"],
    ["DIVIDE", "OFFICER", "预算法 第五十二条"],
    ["EXECUTE RECALL RECLAIM REOPEN", "OFFICER", "预算法 第五十七条"],
    ["ADJUST", "OFFICER", "预算法 第七十一条（条款未经原文核实）"],
    ["CARRY_OVER", "OFFICER", "预算法 第四十二条（条款未经原文核实）"],
    ["CLOSE", "OFFICER", "预算法 第七十四条"],
  ],
  BudgetDisclosureState: [["PUBLISH", "PUBLISHER", "预算法 第十四条第二款", "L18-DEPARTMENT", "publishedOn"]],
  PaymentOrderState: [
    ["APPROVE", "OFFICER", "预算法 第五十七条", "", "paymentNo"],
    ["REFUSE WITHDRAW", "OFFICER", "预算法 第五十七条"],
    ["RETURN", "PAYER", "预算法 第五十七条"],
  ],
  FundProjectState: [
    ["START ARCHIVE SELF_EVALUATE", "OFFICER", NOTICES],
    ["APPROVE EVALUATE", "OFFICER SUPERVISOR", NOTICES],
    ["OPEN_PUBLICITY", "PUBLISHER", NOTICES, "L20"],
    ["ACCEPT", "OFFICER SUPERVISOR", NOTICES, "", "acceptedOn"],
    ["GIVE_PUBLIC_NOTICE PUBLISH_EVALUATION", "PUBLISHER", NOTICES],
  ],
  RosterObjectionState: [["UPHOLD REJECT", "OFFICER", ONE_CARD, "", "answer"]],
  SubsidyState: [
    ["POST", "PUBLISHER", ONE_CARD],
    ["CLOSE_PUBLICITY", "TIME", ONE_CARD, "L21"],
    ["REVIEW", "OFFICER", ONE_CARD, "", "townReviewedOn"],
    ["PAY", "OFFICER", ONE_CARD, "", "paidOn"],
    ["RETURN", "PAYER OFFICER", ONE_CARD, "", "returnedOn"],
    ["REPAY", "OFFICER", ONE_CARD, "", "repaidOn"],
  ],
};

const steps = MACHINES.flatMap(({ machine }) =>
  machine.transitions.flatMap((transition) =>
    transition.from.map(
      (state) => [`${machine.name}: ${transition.event} in ${state}`, machine, transition, state] as const,
    ),
  ),
);

/** The line of a step: by its state where the event is there more than once. */
const rowOf = (name: string, event: string, state: string): Row | undefined =>
  [`${state}.${event}`, event]
    .map((wanted) => EXPECTED[name]?.find(([events]) => events.split(" ").includes(wanted)))
    .find((row) => row !== undefined);

describe.each(steps)("%s", (_title, machine, transition, state) => {
  const row = rowOf(machine.name, transition.event, state);

  it("rests on this law, within this limit, and fills these fields", () => {
    expect([basisOf(transition), transition.limit ?? "", (transition.sets ?? []).join(" ")]).toEqual([
      row?.[2],
      row?.[3] ?? "",
      row?.[4] ?? "",
    ]);
  });

  it("is refused to everybody else, before any guard is asked", () => {
    const asked = { ...transition, guards: [] };
    const open = { ...machine, transitions: [asked] };
    const answers = (Object.keys(ACTORS) as Actor[]).map((actor) => {
      const answer = next(open, transition.event, { state, actor, facts: {} as never });
      return [actor, answer.allowed ? "allowed" : `${answer.reason} ${answer.basis}`];
    });
    const who = row?.[1].split(" ") ?? [];
    expect(answers).toEqual(
      Object.keys(ACTORS).map((actor) => [actor, who.includes(actor) ? "allowed" : `ACTOR ${row?.[2]}`]),
    );
  });
});

it("has no line for an event that is none", () => {
  const known = MACHINES.flatMap(({ machine: { name, transitions } }) =>
    transitions.flatMap(({ event, from }) =>
      [event, ...from.map((state) => `${state}.${event}`)].map((one) => `${name} ${one}`),
    ),
  );
  const written = Object.entries(EXPECTED).flatMap(([name, rows]) =>
    rows.flatMap(([events]) => events.split(" ").map((event) => `${name} ${event}`)),
  );
  expect(written.filter((event) => !known.includes(event))).toEqual([]);
});

it.each([
  ["SUBJECT", ["citizen", "enterprise_agent"]],
  ["OFFICER", ["agency_officer"]],
  ["PUBLISHER", ["agency_publisher"]],
  ["SUPERVISOR", ["supervisor"]],
  ["OWNER", ["enterprise_agent", "agency_officer"]],
  ["FIRM", ["enterprise_agent"]],
  ["PAYER", ["integrator", "enterprise_agent"]],
  ["TIME", []],
] as const)("%s is played by %j", (actor, roles) => expect(ACTORS[actor].roles).toEqual(roles));
