import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The screen: one bundle for both hosts. Paths are relative: Electron serves them from `app:`. */
export default defineConfig({
  root: "renderer",
  base: "./",
  plugins: [react()],
  build: {
    outDir: "../out/screen",
    emptyOutDir: true,
    target: "chrome140",
    sourcemap: false,
    // The host sets a policy without inline scripts.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // From this disk, not over a network; the large parts (charts, PDF) come when they are asked for.
    chunkSizeWarningLimit: 1500,
  },
});
