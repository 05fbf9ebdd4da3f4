import { randomBytes } from "node:crypto";

/**
 * What the screen may load, the same under both hosts. The nonce is for the style sheets that antd writes
 * into the page; inline scripts are never allowed. Pictures may come from memory (`blob:`), where opened
 * attachments lie.
 */
const POLICY = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self' 'nonce-{nonce}'",
  "img-src": "'self' data: blob:",
  "font-src": "'self'",
  "connect-src": "'self'",
  "worker-src": "'self'",
  "form-action": "'none'",
  "base-uri": "'none'",
  "frame-ancestors": "'none'",
  "object-src": "'none'",
} as const;

/** A nonce for one load of the page. */
export function newNonce(): string {
  return randomBytes(18).toString("base64url");
}

/** The headers that go with everything the screen is made of. */
export function screenHeaders(nonce: string): Readonly<Record<string, string>> {
  return {
    "content-security-policy": Object.entries(POLICY)
      .map(([directive, sources]) => `${directive} ${sources.replace("{nonce}", nonce)}`)
      .join("; "),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), usb=(), serial=(), hid=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  };
}
