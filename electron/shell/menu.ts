import type { MenuItemConstructorOptions } from "electron";

export interface MenuActions {
  readonly showDataFolder: () => void;
}

/** The menu: what the system expects of every program, in Chinese. What the app does stands on its pages. */
export function menuTemplate(
  { showDataFolder }: MenuActions,
  isPackaged: boolean,
): MenuItemConstructorOptions[] {
  const developing: MenuItemConstructorOptions[] = isPackaged
    ? []
    : [{ type: "separator" }, { role: "reload", label: "重新载入" }, { role: "toggleDevTools" }];
  return [
    {
      label: "文件(&F)",
      submenu: [
        { label: "打开数据文件夹", click: showDataFolder },
        { type: "separator" },
        { role: "quit", label: "退出" },
      ],
    },
    {
      label: "编辑(&E)",
      submenu: [
        { role: "cut", label: "剪切" },
        { role: "copy", label: "复制" },
        { role: "paste", label: "粘贴" },
        { role: "selectAll", label: "全选" },
      ],
    },
    {
      label: "查看(&V)",
      submenu: [
        { role: "zoomIn", label: "放大" },
        { role: "zoomOut", label: "缩小" },
        { role: "resetZoom", label: "实际大小" },
        { type: "separator" },
        { role: "togglefullscreen", label: "全屏" },
        ...developing,
      ],
    },
  ];
}
