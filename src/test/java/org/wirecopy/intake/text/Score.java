package org.wirecopy.intake.text;

/** Scores of several files, averaged. */
final class Score {
  private int files;
  private double precision;
  private double recall;
  private int titles;
  private int titlesRight;
  private int authored;
  private int authorsRight;
  private int dated;
  private int daysRight;

  void add(PageScore page) {
    files++;
    precision += page.precision();
    recall += page.recall();
    titles += page.titleAsked() ? 1 : 0;
    titlesRight += page.titleAsked() && page.titleRight() ? 1 : 0;
    authored += page.authorsAsked() ? 1 : 0;
    authorsRight += page.authorsAsked() && page.authorsRight() ? 1 : 0;
    dated += page.dayAsked() ? 1 : 0;
    daysRight += page.dayAsked() && page.dayRight() ? 1 : 0;
  }

  double headline() {
    return share(titlesRight, titles);
  }

  double f1() {
    double p = precision / files;
    double r = recall / files;
    return p + r == 0 ? 0 : 2 * p * r / (p + r);
  }

  String line(String name) {
    return String.format(
        "%-28s %5d %9.3f %9.3f %9.3f %9.3f %9.3f %9.3f%n",
        name,
        files,
        headline(),
        precision / files,
        recall / files,
        f1(),
        share(authorsRight, authored),
        share(daysRight, dated));
  }

  private static double share(int part, int whole) {
    return whole == 0 ? Double.NaN : (double) part / whole;
  }
}
