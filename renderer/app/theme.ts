import type { ThemeConfig } from "antd";

/** antd without its styles at run time (antd.css brings them); colours that keep 4.5:1 on their grounds. */
export const THEME: ThemeConfig = {
  zeroRuntime: true,
  cssVar: { key: "jiceng" },
  token: {
    colorPrimary: "#1f5fbf",
    colorPrimaryHover: "#184d9c",
    colorPrimaryActive: "#123f82",
    colorPrimaryTextHover: "#184d9c",
    colorPrimaryTextActive: "#123f82",
    colorLink: "#1f5fbf",
    colorLinkHover: "#184d9c",
    colorLinkActive: "#123f82",
    colorText: "#1f2329",
    colorTextSecondary: "#59616c",
    colorTextDescription: "#59616c",
    colorTextPlaceholder: "#6b7480",
    colorError: "#b3261e",
    colorErrorHover: "#8f1e18",
    colorErrorActive: "#7a1914",
    colorErrorTextHover: "#8f1e18",
    colorErrorTextActive: "#7a1914",
    colorSuccess: "#1c6b3c",
    colorWarning: "#8a5200",
    colorBorder: "#8a929d",
    borderRadius: 6,
    fontSize: 14,
    fontFamily: "var(--font)",
    motion: false,
  },
};
