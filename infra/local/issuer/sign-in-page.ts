/** The page on which demonstration users sign in, with the fields of Keycloak's own. */
import type { Request, Response } from "express";
import { DEMO_USERS } from "../../keycloak/demo-users.js";

/** Parameters of the request that the sign-in page hands on as they came. */
const CARRIED = ["client_id", "response_type", "redirect_uri", "state", "scope", "nonce"];

const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

/** A field of a form or a query; empty where it is no text. */
export const field = (source: unknown, name: string): string => {
  const value = (source as Record<string, unknown> | undefined)?.[name];
  return typeof value === "string" ? value : "";
};

/** Answers with the page; `wrong` after a name or password that is none. */
export const sendSignInPage = (
  request: Request,
  response: Response,
  { action, wrong }: { readonly action: string; readonly wrong: boolean },
): void => {
  const source = (request.method === "GET" ? request.query : request.body) as Record<string, unknown>;
  const hidden = [...CARRIED, "code_challenge", "code_challenge_method"]
    .map((name) => `<input type="hidden" name="${name}" value="${escapeHtml(field(source, name))}">`)
    .join("");
  const users = DEMO_USERS.map(({ username, title }) => `<li><code>${username}</code> ${escapeHtml(title)}</li>`).join(
    "",
  );
  response
    .status(wrong ? 401 : 200)
    .type("html")
    .send(
      `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>演示登录 Demonstration sign-in</title>
<h1>演示登录 <small>Demonstration sign-in</small></h1>${wrong ? '<p id="input-error-username">无效的用户名或密码。 Wrong name or password.</p>' : ""}
<form method="post" action="${action}">${hidden}
<p><label>用户名 Name <input id="username" name="username" value="${escapeHtml(field(source, "login_hint"))}" required></label></p>
<p><label>密码 Password <input id="password" name="password" type="password" required></label></p>
<p><button id="kc-login">登录 Sign in</button></p></form>
<p>密码是 demo-only-用户名。 The password is demo-only-name.</p><ul>${users}</ul></html>`,
    );
};
