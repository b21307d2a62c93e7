/** Surnames: which have two characters, and those of one character by which a name is recognised in a text. */

/** Surnames of two characters; every other surname is one. */
export const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(
  (
    "欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 司空 夏侯 宇文 长孙 闻人 独孤 南宫 端木 申屠 太史 濮阳 淳于 单于 " +
    "公冶 宗政 轩辕 钟离 呼延 澹台 赫连 百里 东郭 西门 万俟 闾丘 公羊 太叔 仲孙 鲜于 拓跋 夹谷 宰父 谷梁 段干 东门 南门 公西 漆雕 乐正 壤驷 公良 第五"
  ).split(" "),
);

/** True where a whole text looks like the name of a person: a known surname and one or two characters, or parts with a middle dot. */
export const looksLikePersonName = (text: string): boolean => {
  const name = text.normalize("NFKC").replaceAll(/\s/g, "");
  if (/^\p{Script=Han}{2,}(?:[·•・‧]\p{Script=Han}+)+$/u.test(name)) return true;
  const surname = COMPOUND_SURNAMES.has(name.slice(0, 2)) ? 2 : COMMON_SURNAMES.includes(name.slice(0, 1)) ? 1 : 0;
  const given = name.slice(surname);
  return surname > 0 && /^\p{Script=Han}{1,2}$/u.test(given) && !/[店行部厂社馆坊屋铺摊场局]$/u.test(given);
};

/** Common surnames of one character, without those that are function words as well (和 应 时 从 过 关 未 有 于 …). */
export const COMMON_SURNAMES =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤" +
  "朴全玄池车具南宫禹裴权申明太承桂卞罗辛柳元千奇成文安常康尚倪柴鲁葛甘游岑符温庄晏柯翁荆纪舒屈项祝梅童欧焦巩佟苗凌柏霍虞岳齐伍耿牛邢兰季章樊殷施左翟骆詹麦俞柳蓝冉柴蒙聂路宫费瞿阮喻艾古鞠涂褚牟冷解辜";
