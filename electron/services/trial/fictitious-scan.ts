import type { SubmittedAttachment } from "../../../shared/submission/recommendation-file.ts";
import type { AttachmentInput } from "../packages/attachment-files.ts";
import { measurePieces } from "../zip/entry-figures.ts";

/** A page that stands for a scanned certificate: it says that it is none. */

const CONTENT = "BT /F1 28 Tf 72 700 Td (FICTITIOUS CERTIFICATE) Tj ET";
const OBJECTS = [
  "<< /Type /Catalog /Pages 2 0 R >>",
  "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
  "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
  `<< /Length ${CONTENT.length} >>\nstream\n${CONTENT}\nendstream`,
  "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
];
const OFFSET_DIGITS = 10;

/** The page as a PDF; `mark` makes the files of different people differ. */
function writePage(mark: string): Buffer {
  let text = `%PDF-1.4\n% ${mark}\n`;
  const offsets = OBJECTS.map((body, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(at).padStart(OFFSET_DIGITS, "0")} 00000 n \n`;
  });
  const size = OBJECTS.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join("")}`;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text + table + trailer, "latin1");
}

/** An attachment of somebody invented. */
export async function inventScan(
  personId: string,
  kind: SubmittedAttachment["kind"],
  title: string,
): Promise<AttachmentInput> {
  const bytes = writePage(`${personId} ${kind}`);
  const open = () => inOnePiece(bytes);
  const known = await measurePieces(open());
  const { size, sha256 } = known;
  const listed = { extension: "pdf", personId, kind, title, size, sha256 };
  return { listed, source: { open, known } };
}

// oxlint-disable-next-line require-await -- a source gives its pieces when asked, these are in memory
async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
