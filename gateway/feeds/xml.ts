/** Text in XML 1.0 and HTML: what may stand there, escaped. */

/** Characters that no XML document may hold, however they are written (XML 1.0 section 2.2). */
const BARRED = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** The text of an element or of an attribute in quotes; what may not stand in XML is left out. */
export const escaped = (text: string): string =>
  text.replace(BARRED, "").replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** An element with a text; nothing where there is none. */
export const element = (name: string, text: string | null | undefined): string =>
  text == null || text === "" ? "" : `<${name}>${escaped(text)}</${name}>`;
