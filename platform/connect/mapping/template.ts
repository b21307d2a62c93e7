/** Texts of a mapping into which values are filled: `{argument}` and `{this.field}`. */
import { isJsonObject } from "../json.js";

/** What a template is filled from: arguments by name, fields as `this.name`. Undefined for what nobody gave. */
export type Values = (reference: string) => unknown;

const REFERENCE = /\{((?:this\.)?[a-z][A-Za-z0-9]*)\}/g;

/** References of a text, such as `id` and `this.id`. */
export const referencesIn = (text: string): string[] => [...text.matchAll(REFERENCE)].map(([, name]) => name!);

/** References anywhere in a piece of JSON. */
export const referencesInJson = (json: unknown): string[] => {
  if (typeof json === "string") return referencesIn(json);
  if (Array.isArray(json)) return json.flatMap(referencesInJson);
  return isJsonObject(json) ? Object.values(json).flatMap(referencesInJson) : [];
};

/** True where a brace stands for no reference. */
export const hasStrayBrace = (text: string): boolean => /[{}]/.test(text.replaceAll(REFERENCE, ""));

/** The text with its values; one that is a single reference is its value as it is. Undefined where a value is missing. */
export const fillText = (text: string, values: Values): unknown => {
  const references = referencesIn(text);
  if (references.length === 0) return text;
  if (text === `{${references[0]}}`) return values(references[0]!) ?? undefined;
  const parts = new Map(references.map((name) => [name, values(name) ?? undefined]));
  if ([...parts.values()].some((value) => value === undefined || typeof value === "object")) return undefined;
  return text.replaceAll(REFERENCE, (_whole, name: string) => String(parts.get(name)));
};

/** JSON with its values; a member without a value is left out. */
export const fillJson = (json: unknown, values: Values): unknown => {
  if (typeof json === "string") return fillText(json, values);
  if (Array.isArray(json)) return json.map((item) => fillJson(item, values)).filter((item) => item !== undefined);
  if (!isJsonObject(json)) return json;
  return Object.fromEntries(
    Object.entries(json).flatMap(([name, value]) => {
      const filled = fillJson(value, values);
      return filled === undefined ? [] : [[name, filled]];
    }),
  );
};
