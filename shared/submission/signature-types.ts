/** The `typ` of each kind of JWS (RFC 7515 §4.1.9): a signature made for one use is worth nothing for another. */
export const SIGNATURE_TYPES = {
  package: "jiceng-package+jws",
  receipt: "jiceng-receipt+jws",
  enrolment: "jiceng-enrolment+jws",
  bureauCard: "jiceng-bureau-card+jws",
  keyChange: "jiceng-key-change+jws",
  catalogue: "jiceng-catalogue+jws",
  policyPack: "jiceng-policy-pack+jws",
  upload: "jiceng-upload+jws",
} as const;
export type SignatureType = (typeof SIGNATURE_TYPES)[keyof typeof SIGNATURE_TYPES];
