<?xml version="1.0" encoding="UTF-8"?>
<!-- The figures of a JaCoCo report as lines of text. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
    <xsl:output method="text"/>

    <xsl:template match="/report">
        <xsl:text>Lines covered by tests (details: target/coverage/index.html)&#10;</xsl:text>
        <xsl:apply-templates select="group/counter[@type='LINE']"/>
        <xsl:apply-templates select="counter[@type='LINE']"/>
    </xsl:template>

    <xsl:template match="counter">
        <xsl:variable name="all" select="@covered + @missed"/>
        <xsl:variable name="name">
            <xsl:choose>
                <xsl:when test="parent::group"><xsl:value-of select="../@name"/></xsl:when>
                <xsl:otherwise>all</xsl:otherwise>
            </xsl:choose>
        </xsl:variable>
        <xsl:value-of select="concat('  ', substring(concat($name, '            '), 1, 12))"/>
        <xsl:value-of select="concat(format-number(100 * @covered div $all, '0.0'), ' %  (', @covered, ' of ', $all, ')&#10;')"/>
    </xsl:template>
</xsl:stylesheet>
