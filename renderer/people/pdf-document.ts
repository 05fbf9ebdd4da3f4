import { getDocument, type PDFDocumentProxy, PDFWorker } from "pdfjs-dist";
import workerUrl from "pdfjs-dist/build/pdf.worker.min.mjs?url";
import jpegUrl from "pdfjs-dist/wasm/openjpeg_nowasm_fallback.js?url";

/**
 * The reader of PDF under our policy: its worker is a file of our own origin, it compiles no WebAssembly,
 * and what it needs of its own (Chinese character maps, standard fonts) comes from the bundle.
 */

/** Only the maps of simplified Chinese: other scripts embed their fonts or are not to be expected. */
const CHARACTER_MAPS = import.meta.glob<string>("../../node_modules/pdfjs-dist/cmaps/*GB*.bcmap", {
  query: "?url",
  import: "default",
  eager: true,
});
const STANDARD_FONTS = import.meta.glob<string>(
  "../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}",
  { query: "?url", import: "default", eager: true },
);

interface WantedFile {
  readonly kind: string;
  readonly filename: string;
}

/** Fetches what the reader asks for by name from where the bundle has it. */
class BundledFiles {
  async fetch({ filename }: WantedFile): Promise<Uint8Array> {
    const found = Object.entries({ ...CHARACTER_MAPS, ...STANDARD_FONTS }).find(([path]) =>
      path.endsWith(`/${filename}`),
    );
    if (found === undefined) throw new Error(`the bundle has no ${filename}`);
    const response = await fetch(found[1]);
    return new Uint8Array(await response.arrayBuffer());
  }
}

export interface OpenedPdf {
  readonly document: Promise<PDFDocumentProxy>;
  readonly close: () => Promise<void>;
}

/** Opens a PDF in a worker of its own; the bytes stay the caller's. */
export function openPdf(bytes: Uint8Array<ArrayBuffer>): OpenedPdf {
  const port = new Worker(workerUrl, { type: "module" });
  const worker = PDFWorker.create({ port });
  const task = getDocument({
    data: bytes.slice(),
    worker,
    BinaryDataFactory: BundledFiles,
    cMapPacked: true,
    cMapUrl: "cmaps/",
    standardFontDataUrl: "fonts/",
    useWorkerFetch: false,
    useWasm: false,
    // The worker asks for this address plus a name: as a query the name does no harm.
    wasmUrl: `${new URL(jpegUrl, window.location.href).href}?`,
    enableXfa: false,
  });
  return {
    document: task.promise,
    close: async () => {
      await task.destroy();
      worker.destroy();
      port.terminate();
    },
  };
}
