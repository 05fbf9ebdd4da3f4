/** How anybody checks a package with programs that nobody here wrote; run as they stand, in the demo's `check` folder. */

export const CHECK_COMMANDS: readonly (readonly [meaning: string, command: string])[] = [
  [
    "用人社局的阅读密钥解密（演示用，见上）",
    "age -d -i bureau.agekey -o package.zip ../stick/demo-unit-2026-r1.jcp",
  ],
  ["检查压缩包是否完好并展开", "unzip -tq package.zip && unzip -q package.zip"],
  [
    "核对包内每个文件的摘要",
    "(cd bag && sha256sum -c --strict --quiet tagmanifest-sha256.txt && sha256sum -c --strict --quiet manifest-sha256.txt)",
  ],
  ["内容摘要，应与封面和回执一致", "sha256sum bag/tagmanifest-sha256.txt"],
  [
    "取出被签名的内容",
    "(cut -d. -f1 bag/signature.jws | tr -d '\\n'; printf .; basenc --base64url -w0 bag/tagmanifest-sha256.txt | tr -d =) > signed.txt",
  ],
  [
    "取出签名",
    "(cut -d. -f3 bag/signature.jws | tr -d '\\n'; printf ==) | basenc -d --base64url > signature.bin",
  ],
  [
    "用单位的公钥核验签名（Ed25519）",
    "openssl pkeyutl -verify -pubin -inkey unit.pem -rawin -in signed.txt -sigfile signature.bin",
  ],
  [
    "用单位的公钥核验签名（SM2）",
    "openssl pkeyutl -verify -pubin -inkey unit-sm2.pem -rawin -digest sm3 -pkeyopt distid:1234567812345678 -in bag/tagmanifest-sha256.txt -sigfile bag/signature.sm2",
  ],
];
