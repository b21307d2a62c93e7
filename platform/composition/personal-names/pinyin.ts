/** Names of columns in pinyin, whole or by initials, that look personal. Pure. */

/** Initials for someone: 申请人, 经办人, 联系人, 法定代表人, 法人代表, 法人, 负责人, 户主, 学生, 配偶, 监护人, 承办人, 主办人, 当事人, 委托人, 代理人, 收款人, 被检查人. */
const SOMEONE = "(?:sqr|jbr|lxr|fddbr|frdb|fr|fzr|hz|xs|po|jhr|cbr|zbr|dsr|wtr|dlr|skr|bjcr)";

/** Initials for what a person has: 姓名, 身份证, 证件, 电话, 手机, 地址, 账号 and so on. */
const OWN =
  "(?:xm|sfz|sfzh|sfzhm|sfzhao|shfzh|sfzjh|sfzjhm|gmsfhm|gmsfzhm|zjh|zjhm|dh|dhhm|yddh|gddh|lxdh|lxfs|sjh|sjhm|dzyx|dz|zz|jtzz|jtdz|hjdz|xzz|czdz|jzdz|txdz|yhzh|yhkh|xb|mz|csrq|csny|nl)";

const ALONE =
  "(?:cym|csd|jg|hyzk|zzmm|whcd|hjd|shbzh|sbkh|hkbh|cph|cphm|rlzp|wxh|qqh|zfry|jcry|lxr|fddbr|frdb|sqr|jbr|fzr|cbr|zbr|jhr)";

const INITIALS = new RegExp(`^(?:${SOMEONE}?${OWN}|${ALONE})$`);

/** Whole words wherever they stand. */
const WHOLE =
  /xingming|shenfenzheng|shenfenhaoma|zhengjianhao|shouji|dianhua|zhuzhi|youxiang|weixin|zhanghao|kahao|chepai|chusheng|hunyin|minzu|xingbie|nianling|jiguan|lianxiren|lianxifangshi|fadingdaibiaoren|faren|shenqingren|jingbanren|fuzeren|peiou|jianhuren|huzhu|renlian|zhiwen|zhaopian|zhengzhimianmao|wenhuachengdu|dizhi$/;

/** True for a name in pinyin that looks personal. */
export const isPersonalInPinyin = (name: string): boolean => {
  const text = name.toLowerCase().replace(/[^a-z]/g, "");
  return INITIALS.test(text) || WHOLE.test(text);
};
