/** The scrubber: what is personal leaves a text in every spelling, and everything else stays as it was written. */
import fc from "fast-check";
import {
  holdsIdentityNumber,
  residentIdCheckCharacter,
  scrubPersonal,
  type TextSubject,
} from "../../../platform/domain/index.js";

/** Synthetic numbers of a region that does not exist (990101). */
const ID = "990101199001010019";
const ID_X = "99010119880808003X";
const OLD_ID = "990101900101001";
/** A number that is both, by its checks. */
const BOTH = "919901200001011436";
const CARD = "6228480012345678903";
const TODAY = "2026-09-28";

const person: TextSubject = { natural: true, names: ["赵立秋"], today: TODAY };
const body: TextSubject = { natural: false, names: ["赵立秋"], publicNames: ["孙大暑"], today: TODAY };

type Row = readonly [text: string, expected: string];
const HIDDEN = "[证件号码已隐去]";
const PHONE = "[电话已隐去]";
const ACCOUNT = "[账号已隐去]";
const CONTACT = "[联系方式已隐去]";

const IDENTITY: readonly Row[] = [
  [`当事人身份证号${ID}，罚款200元`, `当事人身份证号${HIDDEN}，罚款200元`],
  [`当事人（${ID}）驾驶机动车`, `当事人（${HIDDEN}）驾驶机动车`],
  [`吊销驾驶证，证号${ID_X}`, `吊销驾驶证，证号${HIDDEN}`],
  [`吊销驾驶证 ${ID_X.toLowerCase()} 号`, `吊销驾驶证 ${HIDDEN} 号`],
  ["９９０１０１１９９００１０１００１９无证经营", `${HIDDEN}无证经营`],
  ["持证人990101 19900101 0019，", `持证人${HIDDEN}，`],
  ["持证人990101-19900101-0019，", `持证人${HIDDEN}，`],
  ["持证人9901 0119 9001 0100 19，", `持证人${HIDDEN}，`],
  ["持证人9 9 0 1 0 1 1 9 9 0 0 1 0 1 0 0 1 9。", `持证人${HIDDEN}。`],
  ["持证人9,9,0,1,0,1,1,9,9,0,0,1,0,1,0,0,1,9。", `持证人${HIDDEN}。`],
  ["持证人990101（19900101）0019，", `持证人${HIDDEN}，`],
  ["持证人990101、19900101、0019。", `持证人${HIDDEN}。`],
  ["持证人990101*19900101*0019，", `持证人${HIDDEN}，`],
  ["持证人990101|19900101|0019，", `持证人${HIDDEN}，`],
  ["持证人990101      19900101      0019，", `持证人${HIDDEN}，`],
  ["持证人990101\u200b19900101\u200b0019，", `持证人${HIDDEN}，`],
  ["持证人九九零一零一一九九零零一零一零零一九，", `持证人${HIDDEN}，`],
  ["持证人99010119880808003×，", `持证人${HIDDEN}，`],
  [`${ID}13812345678`, `${HIDDEN}${PHONE}`],
  [`${ID}2026年5月6日超速`, `${HIDDEN}2026年5月6日超速`],
  [`旧证${OLD_ID}，`, `旧证${HIDDEN}，`],
  ["旧证990101 900101 001，", `旧证${HIDDEN}，`],
  ["身份证号990101199001010018（抄录有误）", `身份证号${HIDDEN}（抄录有误）`],
  ["990101199001010018，抄录有误", `${HIDDEN}，抄录有误`],
  ["身份证：990101********0019", `身份证：${HIDDEN}`],
  ["持990101********0019", `持${HIDDEN}`],
  ["护照号码：E12345678，", `护照号码：${HIDDEN}，`],
  ["机动车驾驶证（档案编号：990100012345）", `机动车驾驶证（档案编号：${HIDDEN}）`],
  [`两证${ID}、${ID_X}`, `两证${HIDDEN}、${HIDDEN}`],
  [`号码${BOTH}`, `号码${HIDDEN}`],
];

const REACH: readonly Row[] = [
  ["联系电话13812345678", `联系电话${PHONE}`],
  ["电话+86 138-1234-5678", `电话${PHONE}`],
  ["电话008613812345678，", `电话${PHONE}，`],
  ["电话１３８１２３４５６７８", `电话${PHONE}`],
  ["电话138 1234 5678转告", `电话${PHONE}转告`],
  ["电话1381-234-5678", `电话${PHONE}`],
  ["电话138****5678", `电话${PHONE}`],
  ["电话一三八一二三四五六七八", `电话${PHONE}`],
  ["家庭电话0433-2512345", `家庭电话${PHONE}`],
  ["邮箱 zhao.liqiu@example.com 。", `邮箱 ${CONTACT} 。`],
  ["微信号：zhao_liqiu90", `微信号：${CONTACT}`],
  ["QQ12345678", `QQ${CONTACT}`],
  [`转入${CARD}`, `转入${ACCOUNT}`],
  ["转入6217 0012 3456 7893 一笔", `转入${ACCOUNT} 一笔`],
  ["银行账号：0806 0101 2345 67", `银行账号：${ACCOUNT}`],
];

const ADDRESSES: readonly Row[] = [
  ["赵立秋，男，住吉林省延吉市北山街丹山胡同12号3单元401室", "赵**，男，住吉林省延吉市***"],
  ["家庭住址：延吉市河南街道白梅社区8-3-602", "家庭住址：延吉市***"],
  ["户籍地安图县明月镇福兴村3组", "户籍地安图县***"],
  ["在延吉市光明街123号无照经营", "在延吉市***无照经营"],
  ["经查当事人违法占用光明街123号", "经查当事人违法***"],
  ["在丹英小区3栋2单元501室私设公墓", "在***私设公墓"],
];

const NAMES: readonly Row[] = [
  ["赵立秋酒后驾驶", "赵**酒后驾驶"],
  ["赵 立 秋酒后驾驶", "赵**酒后驾驶"],
  ["经查，赵　立秋无证驾驶", "经查，赵**无证驾驶"],
  ["当事人赵立秋之妻李小寒到场", "当事人赵**之妻李小寒到场"],
  ["受害人：李小寒，女，汉族", "受害人：李**，女，汉族"],
  ["李小寒，男，1990年1月1日出生", "李**，男，1990年1月1日出生"],
  ["证人欧阳小寒称", "证人欧阳**称"],
  ["乘客阿不都·热合曼在车内", "乘客阿*****在车内"],
];

/** Sentences in which nothing is personal. */
const KEPT: readonly string[] = [
  "住房和城乡建设日常监督检查",
  "通知如下，住房城乡建设局和各乡镇落实",
  "罚款2,000.00元，没收违法所得13812345678.50元",
  "罚款人民币13812345678元",
  "依据《食品安全法》第一百二十六条第一款第（二）项",
  "演罚金〔2026〕8号",
  "食品经营许可证JY12224010012345",
  "许可证编号：13812345678",
  "统一社会信用代码91990101MA9000011P",
  "统一社会信用代码115113010833722043",
  "注册号222401900101123",
  "2026年5月6日9时30分至2026年5月7日",
  "自2026-05-06至2026-08-05止",
  "1998-05-06 101号文件",
  "项目编号22240120260302000001",
  "办件222401202603020018已办结",
  "咨询电话0433-2512345，投诉电话12345",
  "请拨打0433-12345或400-810-8888",
  "市场监督管理局邮箱 scjgj@yanji.gov.cn",
  "关注微信公众号yanjifabu2026",
  "身份证原件及复印件2份",
  "需提交身份证、户口本",
  "身份证 2026-05-06起换发",
  "驾驶证一次记12分",
  "当事人应当场缴纳罚款",
  "当事人未在期限内改正",
  "申请人可在线提交，负责人签字",
  "法定代表人孙大暑到场",
  "在光明街与解放路交汇处违法停车",
  "在福兴村违法占用耕地3.5亩",
  "车牌吉H12345，车架号LSVAA4182E2123456",
  "批号20260506001，共16箱",
  "批号990101、19900101、0018",
  "面积123456.78平方米",
  "GB 2760-2014、GB/T 39554.1-2020",
  "下达1,000,000.00元，指标文号吉财农指〔2026〕35号",
  "延吉市光明街123号政务大厅三楼",
];

const scrub = (text: string, subject = person): string => scrubPersonal(text, subject).text;

describe("what is personal leaves a text", () => {
  it.each([...IDENTITY, ...REACH, ...ADDRESSES, ...NAMES])("%s", (text, expected) => {
    expect(scrub(text)).toBe(expected);
    expect(scrub(expected)).toBe(expected);
  });
});

describe("what is not personal stays", () => {
  it.each(KEPT)("%s", (text) => {
    expect(scrubPersonal(text, body)).toEqual({ text, kinds: [] });
  });

  it("in a record of a person all but the landline, the house and the role of a body", () => {
    const changed = KEPT.filter((text) => scrub(text, { ...person, publicNames: ["孙大暑"] }) !== text);
    expect(changed).toEqual([
      "咨询电话0433-2512345，投诉电话12345",
      "市场监督管理局邮箱 scjgj@yanji.gov.cn",
      "延吉市光明街123号政务大厅三楼",
    ]);
  });
});

describe("a name of two characters", () => {
  const of = (name: string, text: string): string => scrub(text, { natural: true, names: [name], today: TODAY });
  it.each([
    ["高明", "当事人高明驾驶车辆", "当事人高*驾驶车辆"],
    ["高明", "作案手段高明。", "作案手段高明。"],
    ["高明", "高明，男", "高*，男"],
    ["王府", "在王府井摆摊的王府", "在王府井摆摊的王*"],
    ["王府", "在城管查获王府井摊位", "在城管查获王府井摊位"],
    ["方便", "停车方便群众，方便被处罚", "停车方便群众，方*被处罚"],
    ["和平", "在和平路查获和平", "在和平路查获和*"],
    ["李明", "经查李明无证驾驶", "经查李*无证驾驶"],
    ["李明", "经查李 明无证驾驶", "经查李*无证驾驶"],
    ["Zhao Liqiu", "driver ZHAO LIQIU, 200 yuan", "driver Z********, 200 yuan"],
  ])("%s in %s", (name, text, expected) => expect(of(name, text)).toBe(expected));
});

describe("an identity number in a code", () => {
  const holds = (code: string, creditCode = false, natural = false): boolean =>
    holdsIdentityNumber(code, TODAY, { creditCode, natural });
  it.each([
    [ID, false, true],
    [ID_X.toLowerCase(), false, true],
    [`A${ID}`, false, true],
    [`${ID}-1`, false, true],
    ["990101-19900101-0019", false, true],
    ["９９０１０１１９９００１０１００１９", false, true],
    [OLD_ID, false, true],
    [BOTH, false, true],
    [BOTH, true, false],
    [ID, true, true],
    ["222401900101123", false, false],
    ["91990101MA9000011P", true, false],
    ["12441500196720244T3442199806003", false, false],
    ["511Z07001006-511602000000-000-11511301008778183N-1-00", false, false],
    ["115113010833722043", false, false],
    ["22240120260302000001", false, false],
  ])("%s, a credit code expected: %s", (code, creditCode, expected) => expect(holds(code, creditCode)).toBe(expected));

  it("of fifteen digits that are a registration number is a person's in a person's record", () => {
    expect(holds("222401900101123", false, true)).toBe(true);
  });
});

describe("any identity number and mobile number", () => {
  const idNumber = fc
    .tuple(
      fc.integer({ min: 110000, max: 990199 }),
      fc.integer({ min: 1930, max: 2008 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 0, max: 999 }),
    )
    .map(([region, year, month, day, sequence]) => {
      const two = (value: number): string => String(value).padStart(2, "0");
      const digits = `${region}${year}${two(month)}${two(day)}${String(sequence).padStart(3, "0")}`;
      return digits + residentIdCheckCharacter(digits);
    });
  const separator = fc.constantFrom("", " ", "-", "  ", "·", "\u200b", "　");
  const wide = (text: string): string =>
    text.replaceAll(/[0-9]/g, (digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0));

  it("leaves no eight digits of itself behind, in whatever spelling and surroundings", () => {
    fc.assert(
      fc.property(
        idNumber,
        separator,
        fc.constantFrom(6, 10, 14),
        fc.boolean(),
        fc.constantFrom("号", "（", "，", ""),
        (number, between, at, full, beside) => {
          const spelled = `${number.slice(0, at)}${between}${number.slice(at)}`;
          const { text, kinds } = scrubPersonal(`查获${beside}${full ? wide(spelled) : spelled}${beside}违法`, body);
          expect(kinds).toEqual(["IDENTITY_NUMBER"]);
          expect(text.normalize("NFKC").replaceAll(/\D/g, "")).toBe("");
        },
      ),
      { numRuns: 300 },
    );
  });

  it("a text without digits, names and labels is never changed", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(..."违法行为类型罚款依据食品安全管理局延吉市，。"), { maxLength: 60 }),
        (parts) => {
          const text = parts.join("");
          expect(scrubPersonal(text, person)).toEqual({ text, kinds: [] });
        },
      ),
      { numRuns: 300 },
    );
  });
});
