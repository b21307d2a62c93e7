/** Character references of descriptions, read by the browser's own table in the place of a library that brings all 2,231. */

/** The text that references such as `&amp;` stand for; nothing of it is executed. */
export const decodeHTML = (text: string): string => {
  const reader = document.createElement("textarea");
  reader.innerHTML = text;
  return reader.value;
};

/** The same: who calls it has found a whole reference. */
export const decodeHTMLStrict = decodeHTML;
